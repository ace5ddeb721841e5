import { Combobox, Select, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from './cx.ts'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icons.tsx'
import menu from './menu.module.css'

// The list opens inside the work area, so that it belongs to the screen for those who go by its landmarks.
const workArea = (): HTMLElement => document.getElementById('work') ?? document.body

// Escape closes an open list, not the panel around it as well.
const closeListOnly = (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.stopPropagation()
}

/** One answer of a list. */
export type Choice<V extends string> = { value: V; label: string; disabled?: boolean }

type SelectFieldProps<V extends string> = FieldProps & {
  value: V | null
  onChange: (value: V) => void
  choices: readonly Choice<V>[]
  placeholder?: string | undefined
  /** Lets one type to narrow a long list. */
  searchable?: boolean | undefined
}

/** One of a few fixed answers. Arrow keys and first letters work as in any list. */
export function SelectField<V extends string>({ value, onChange, choices, placeholder, searchable = false, ...frame }: SelectFieldProps<V>) {
  return (
    <Field {...frame}>
      {({ id, describedBy, invalid }) => (
        <Select
          id={id}
          variant="unstyled"
          data={choices.map(choice => ({ ...choice }))}
          value={value}
          onChange={next => next !== null && onChange(next)}
          onBlur={() => frame.onBlur?.()}
          disabled={frame.disabled ?? false}
          searchable={searchable}
          allowDeselect={false}
          checkIconPosition="right"
          maxDropdownHeight={280}
          aria-label={frame.label}
          comboboxProps={{ portalProps: { target: workArea() } }}
          nothingFoundMessage="Nothing matches."
          onKeyDown={closeListOnly}
          rightSection={<Icon name="down" size={14} />}
          rightSectionPointerEvents="none"
          classNames={{ input: cx(css.control, menu.pointer), section: cx(menu.section), dropdown: cx(menu.dropdown), option: cx(menu.option) }}
          {...(placeholder && { placeholder })}
          {...(describedBy && { 'aria-describedby': describedBy })}
          {...(invalid && { 'aria-invalid': true })}
        />
      )}
    </Field>
  )
}

/** One answer of a searched list: words, a quiet second part, and whatever the caller needs back. */
export type Found<T> = { key: string; label: string; detail?: ReactNode; item: T }

type SearchSelectProps<T> = FieldProps & {
  /** What is chosen now, in words; empty for nothing yet. */
  chosen: string
  /** Looks answers up for what was typed (also for nothing typed: then give the likely ones). */
  search: (typed: string) => Promise<readonly Found<T>[]>
  onChoose: (item: T) => void
  placeholder?: string | undefined
  /** Offers to add what was typed when it is not in the list: words of the offer, and what happens. */
  create?: { offer: (typed: string) => string; run: (typed: string) => void } | undefined
  /** Enter never sends the form around it, as where one choice follows the other. */
  holdsEnter?: boolean
}

/** Find and choose: type, arrow, Enter; an Enter that comes before the list waits for it. Escape leaves the choice as it was. */
export function SearchSelect<T>({ chosen, search, onChoose, placeholder, create, holdsEnter = false, ...frame }: SearchSelectProps<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const found = useQuery({
    queryKey: ['search-select', frame.label, typed ?? ''],
    queryFn: () => search(typed ?? ''),
    enabled: box.dropdownOpened,
    placeholderData: keepPreviousData,
  })
  const answers = found.data ?? []
  const { selectFirstOption } = box
  const canCreate = create !== undefined && (typed ?? '').trim() !== ''
  // What is listed for fewer letters is not chosen from.
  const isLooking = found.data === undefined || found.isPlaceholderData
  const isAwaited = useRef(false)
  const finish = () => {
    isAwaited.current = false
    setTyped(null)
    box.closeDropdown()
  }
  const submit = (key: string) => {
    const answer = answers.find(one => one.key === key)
    if (answer) onChoose(answer.item)
    else if (create && typed) create.run(typed)
    finish()
  }
  const chooseFirst = useRef(() => {})
  useEffect(() => {
    chooseFirst.current = () => submit(answers[0]?.key ?? '+')
  })
  useEffect(() => {
    if (!typed || isLooking) return
    if (answers.length === 0 && !canCreate) isAwaited.current = false
    else if (isAwaited.current) chooseFirst.current()
    else selectFirstOption()
  }, [typed, isLooking, answers.length, canCreate, selectFirstOption])
  const holdEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    closeListOnly(event)
    const isTyped = (typed ?? '').trim() !== ''
    if (event.key !== 'Enter' || !(isTyped || holdsEnter)) return
    event.preventDefault()
    if (isTyped && isLooking) isAwaited.current = true
  }
  return (
    <Field {...frame}>
      {({ id, describedBy, invalid }) => (
        <Combobox
          store={box}
          onOptionSubmit={submit}
          portalProps={{ target: workArea() }}
          classNames={{ dropdown: cx(menu.dropdown), option: cx(menu.option) }}
        >
          <Combobox.Target withExpandedAttribute>
            <input
              id={id}
              role="combobox"
              aria-expanded={box.dropdownOpened}
              className={css.control}
              name={frame.name}
              value={typed ?? chosen}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
              disabled={frame.disabled}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onFocus={event => event.target.select()}
              onKeyDown={holdEnter}
              onClick={() => box.openDropdown()}
              onChange={event => {
                isAwaited.current = false
                setTyped(event.target.value)
                box.openDropdown()
                box.resetSelectedOption()
              }}
              onBlur={() => {
                finish()
                frame.onBlur?.()
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={answers.length === 0 && !canCreate && !typed}>
            <Combobox.Options className={menu.scroll} aria-label="Answers">
              {answers.map(answer => (
                <Combobox.Option key={answer.key} value={answer.key}>
                  <span>{answer.label}</span>
                  {answer.detail && <span className={menu.detail}>{answer.detail}</span>}
                </Combobox.Option>
              ))}
              {canCreate && <Combobox.Option value="+">{create.offer(typed ?? '')}</Combobox.Option>}
              {answers.length === 0 && !canCreate && !found.isFetching && <Combobox.Empty>Nothing matches.</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  )
}
