import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import menu from '../ui/menu.module.css'
import css from './token-field.module.css'

/** One answer: what is kept, how it reads, and quiet words beside it. */
export type TokenChoice = { value: string; label: string; detail?: string }

type TokenFieldProps = {
  label: string
  /** What stands in the empty field. */
  prompt: string
  chosen: readonly TokenChoice[]
  /** Answers for what was typed, likely ones first; those chosen are left out. */
  find: (typed: string) => readonly TokenChoice[]
  onAdd: (value: string) => void
  onRemove?: (value: string) => void
  /** Lets one keep words that are not in the list. */
  takesOwnWords?: boolean
  /** Closes the list after an answer, where one is enough. */
  isSingle?: boolean
  /** Room for a longer prompt. */
  isWide?: boolean
  id?: string
}

/** Several short words in one line, each found by typing: arrow, Enter; Backspace in the empty field takes the last one away. */
export function TokenField({ label, prompt, chosen, find, onAdd, onRemove, takesOwnWords = false, isWide = false, isSingle = false, id }: TokenFieldProps) {
  const [typed, setTyped] = useState('')
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const taken = new Set(chosen.map(({ value }) => value))
  const answers = box.dropdownOpened ? find(typed).filter(({ value }) => !taken.has(value)) : []
  const own = typed.trim()
  const offersOwn = takesOwnWords && own !== '' && !answers.some(answer => answer.label.toLowerCase() === own.toLowerCase())
  // Marked once the answers stand in the list, so that Enter takes the first one however fast one types.
  const { selectFirstOption } = box
  const answered = answers.length + (offersOwn ? 1 : 0)
  useEffect(() => {
    if (typed !== '' && answered > 0) selectFirstOption()
  }, [typed, answered, selectFirstOption])
  const add = (value: string) => {
    setTyped('')
    onAdd(value)
    box.resetSelectedOption()
    if (isSingle) box.closeDropdown()
  }
  return (
    <div className={css.field}>
      {chosen.map(({ value, label: words }) => (
        <span key={value} className={css.token}>
          {words}
          {onRemove && (
            <button type="button" className={css.remove} tabIndex={-1} aria-label={`Remove ${words}`} onClick={() => onRemove(value)}>
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      <Combobox
        store={box}
        onOptionSubmit={add}
        position="bottom-start"
        width={isWide ? 340 : 260}
        portalProps={{ target: '#work' }}
        classNames={{ dropdown: cx(menu.dropdown), option: cx(menu.option) }}
      >
        <Combobox.Target withExpandedAttribute>
          <input
            id={id}
            role="combobox"
            aria-expanded={box.dropdownOpened}
            className={cx(css.input, isWide && css.wide)}
            aria-label={label}
            value={typed}
            placeholder={prompt}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onClick={() => box.openDropdown()}
            onChange={event => {
              setTyped(event.target.value)
              box.openDropdown()
            }}
            onKeyDown={event => {
              if (event.key === 'Escape' && box.dropdownOpened) event.stopPropagation()
              const lastChosen = chosen.at(-1)
              if (event.key === 'Backspace' && typed === '' && lastChosen) onRemove?.(lastChosen.value)
            }}
            onBlur={() => {
              setTyped('')
              box.closeDropdown()
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options className={menu.scroll} aria-label={label}>
            {answers.map(answer => (
              <Combobox.Option key={answer.value} value={answer.value}>
                <span>{answer.label}</span>
                {answer.detail && <span className={menu.detail}>{answer.detail}</span>}
              </Combobox.Option>
            ))}
            {offersOwn && <Combobox.Option value={own}>Use “{own}”</Combobox.Option>}
            {answers.length === 0 && !offersOwn && <Combobox.Empty>Nothing matches.</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  )
}
