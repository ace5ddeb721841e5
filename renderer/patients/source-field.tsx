import { Combobox, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../lib/api.ts'
import { cx } from '../ui/cx.ts'
import css from '../ui/field.module.css'
import { Field, type FieldProps } from '../ui/field.tsx'
import menu from '../ui/menu.module.css'

/** How the patient found the clinic: one of the clinic’s own list, offered as one types, or any words. What was typed stands. */
export function SourceField({ value, onChange, ...frame }: FieldProps & { value: string; onChange: (text: string) => void }) {
  const rules = useQuery(ask('practice.getDeskRules', {}))
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const typed = value.trim().toLowerCase()
  const offers = (rules.data?.referralSources ?? []).filter(source => source.toLowerCase().includes(typed) && source !== value)
  const isOpen = box.dropdownOpened && offers.length > 0
  const choose = (source: string) => {
    onChange(source)
    box.closeDropdown()
  }
  return (
    <Field {...frame}>
      {({ id, describedBy, invalid }) => (
        <Combobox store={box} onOptionSubmit={choose} portalProps={{ target: '#work' }} classNames={{ dropdown: cx(menu.dropdown), option: cx(menu.option) }}>
          <Combobox.Target withExpandedAttribute>
            <input
              id={id}
              role="combobox"
              aria-expanded={isOpen}
              className={css.control}
              name={frame.name}
              value={value}
              maxLength={80}
              autoComplete="off"
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onFocus={() => box.openDropdown()}
              onChange={event => {
                onChange(event.target.value)
                box.openDropdown()
              }}
              onKeyDown={event => {
                if (event.key === 'Escape' && isOpen) event.stopPropagation()
              }}
              onBlur={() => {
                box.closeDropdown()
                frame.onBlur?.()
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={offers.length === 0}>
            <Combobox.Options className={menu.scroll} aria-label="How they found us">
              {offers.map(source => (
                <Combobox.Option key={source} value={source}>
                  {source}
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  )
}
