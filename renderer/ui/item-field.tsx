import { Combobox, useCombobox } from '@mantine/core'
import { type Ref, useEffect } from 'react'
import type { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { type FoundItem, findItems } from '../../shared/health/find-items.ts'
import { CLASS_WORDS, factsOf } from '../../shared/health/items.ts'
import { cx } from './cx.ts'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import menu from './menu.module.css'

type ItemFieldProps = FieldProps & {
  value: string
  onChange: (typed: string) => void
  onChoose: (found: FoundItem) => void
  placeholder?: string | undefined
  /** Takes the first suggestion with Enter, where one must be chosen; otherwise what was typed stands until one is picked. */
  mustChoose?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A condition or medicine: typed in one’s own words, with what it means for massage offered as one types (`apix`: Apixaban, blood thinner). */
export function ItemField({ value, onChange, onChoose, placeholder, mustChoose = false, ref, ...frame }: ItemFieldProps) {
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const answers = box.dropdownOpened ? findItems(value) : []
  const { selectFirstOption } = box
  useEffect(() => {
    if (mustChoose && value !== '' && answers.length > 0) selectFirstOption()
  }, [mustChoose, value, answers.length, selectFirstOption])
  const choose = (key: string) => {
    const found = answers.find(answer => keyOf(answer) === key)
    if (found) onChoose(found)
    box.closeDropdown()
  }
  return (
    <Field {...frame}>
      {({ id, describedBy, invalid }) => (
        <Combobox
          store={box}
          onOptionSubmit={choose}
          position="bottom-start"
          portalProps={{ target: '#work' }}
          width={400}
          classNames={{ dropdown: cx(menu.dropdown), option: cx(menu.option) }}
        >
          <Combobox.Target withExpandedAttribute>
            <input
              ref={ref}
              id={id}
              role="combobox"
              aria-expanded={box.dropdownOpened && answers.length > 0}
              className={css.control}
              name={frame.name}
              value={value}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
              disabled={frame.disabled}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onChange={event => {
                onChange(event.target.value)
                box.openDropdown()
              }}
              onKeyDown={event => {
                if (event.key === 'Escape' && box.dropdownOpened && answers.length > 0) event.stopPropagation()
              }}
              onBlur={() => {
                box.closeDropdown()
                frame.onBlur?.()
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={answers.length === 0 && (!mustChoose || value.trim() === '')}>
            <Combobox.Options className={menu.scroll} aria-label="Answers">
              {answers.map(found => (
                <Combobox.Option key={keyOf(found)} value={keyOf(found)}>
                  <span>{found.name}</span>
                  <span className={menu.detail}>{detailOf(found.item, found.name)}</span>
                </Combobox.Option>
              ))}
              {answers.length === 0 && <Combobox.Empty>Nothing matches. Describe it in the remark.</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  )
}

const keyOf = ({ item, name }: FoundItem) => `${item} ${name}`

function detailOf(item: ContraindicationItem, name: string): string {
  const facts = factsOf(item)
  const words = CLASS_WORDS[facts.class].toLowerCase()
  return facts.name === name ? words : `${facts.name}: ${words}`
}
