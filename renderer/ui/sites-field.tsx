import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { findSites } from '../../shared/body-chart/mark-words.ts'
import { type BodySite, SITES, siteLabel } from '../../shared/body-chart/sites.ts'
import { cx } from './cx.ts'
import { Icon } from './icons.tsx'
import menu from './menu.module.css'
import css from './sites-field.module.css'

type SitesFieldProps = { label: string; prompt?: string; value: readonly string[]; onChange: (sites: BodySite[]) => void; id?: string | undefined }

const SHOWN = 30

/** Places on the body, each found by typing (“left calf”): arrow, Enter; Backspace in the empty field takes the last one away. */
export function SitesField({ label, prompt = 'Add a place', value, onChange, id }: SitesFieldProps) {
  const chosen = SITES.filter(site => value.some(one => one === site))
  const [typed, setTyped] = useState('')
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const answers = box.dropdownOpened
    ? findSites(typed)
        .filter(site => !chosen.includes(site))
        .slice(0, SHOWN)
    : []
  const { selectFirstOption } = box
  useEffect(() => {
    if (typed !== '' && answers.length > 0) selectFirstOption()
  }, [typed, answers.length, selectFirstOption])
  const add = (key: string) => {
    const site = answers.find(answer => answer === key)
    setTyped('')
    box.resetSelectedOption()
    box.closeDropdown()
    if (site) onChange([...chosen, site])
  }
  return (
    <div className={css.field}>
      {chosen.map(site => (
        <button
          key={site}
          type="button"
          className={css.token}
          aria-label={`Remove ${siteLabel(site)}`}
          onClick={() => onChange(chosen.filter(other => other !== site))}
        >
          {siteLabel(site)}
          <Icon name="close" size={12} />
        </button>
      ))}
      <Combobox
        store={box}
        onOptionSubmit={add}
        position="bottom-start"
        portalProps={{ target: '#work' }}
        width={280}
        classNames={{ dropdown: cx(menu.dropdown), option: cx(menu.option) }}
      >
        <Combobox.Target withExpandedAttribute>
          <input
            id={id}
            role="combobox"
            aria-expanded={box.dropdownOpened}
            aria-label={label}
            className={css.input}
            value={typed}
            placeholder={prompt}
            autoComplete="off"
            spellCheck={false}
            onClick={() => box.openDropdown()}
            onChange={event => {
              setTyped(event.target.value)
              box.openDropdown()
            }}
            onKeyDown={event => {
              if (event.key === 'Escape' && box.dropdownOpened) event.stopPropagation()
              if (event.key === 'Backspace' && typed === '' && chosen.length > 0) onChange(chosen.slice(0, -1))
            }}
            onBlur={() => {
              setTyped('')
              box.closeDropdown()
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options className={menu.scroll} aria-label={label}>
            {answers.map(site => (
              <Combobox.Option key={site} value={site}>
                <span>{siteLabel(site)}</span>
              </Combobox.Option>
            ))}
            {answers.length === 0 && <Combobox.Empty>Nothing matches.</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  )
}
