import { type KeyboardEvent, useState } from 'react'
import type { CarryText } from '../../shared/notes/carry-forward.ts'
import { expandShortcut, nextBlank, type Place } from '../../shared/notes/snippet-expand.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { TextArea } from '../ui/text-field.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './note-text.module.css'
import type { Writing } from './writing.ts'

type NoteTextProps = {
  writing: Writing
  part: CarryText
  label: string
  placeholder?: string
  hint?: string | false | null
  rows?: number
  /** The label shows above; otherwise only screen readers hear it. */
  withLabel?: boolean
}

/** The most characters a text may have. */
const mostIn = (part: CarryText) => (part === 'homeCare' ? 2000 : 8000)

/**
 * Free text of the note. A shortcut with a dot before it, such as `.mfr`, is written out at the next space; Tab goes through its blanks. Words that stand
 * as last time are tinted until they are changed or said to hold. A text too long to keep is not taken in, and what stood there stays.
 */
export function NoteText({ writing, part, label, withLabel = false, hint, ...rest }: NoteTextProps) {
  const { content, session, change, refusalOf, shortcuts, facts, carried, keep } = writing
  const [refused, setRefused] = useState('')
  const value = content[part]
  const most = mostIn(part)
  const isCarried = carried.includes(part) && session.last !== null
  const type = (typed: string) => {
    if (typed.length > most && typed.length > value.length) {
      setRefused(`That would be ${typed.length.toLocaleString('en-US')} characters; ${most.toLocaleString('en-US')} fit here. Nothing was added.`)
      return
    }
    setRefused('')
    const expanded = expandShortcut(value, typed, { shortcuts, facts })
    const text = expanded && expanded.text.length <= most ? expanded.text : typed
    change(was => ({ ...was, [part]: text }))
    if (expanded && text === expanded.text) requestAnimationFrame(() => select(document.activeElement, expanded.select))
  }
  return (
    <div className={cx(isCarried && css.carried)}>
      <TextArea
        label={label}
        bare={!withLabel}
        value={value}
        onChange={type}
        onKeyDown={goToBlank}
        onBlur={() => setRefused('')}
        error={refused || refusalOf(part)}
        {...(withLabel && { required: false })}
        {...(hint && !isCarried && { hint })}
        {...rest}
      />
      {isCarried && session.last && (
        <p className={css.from}>
          <span>From {dateInWords(session.last.serviceOn, 'short')}, not changed yet.</span>
          <Button
            kind="text"
            size="small"
            label={`Keep the words of ${dateInWords(session.last.serviceOn, 'short')}: ${label.toLowerCase()}`}
            onClick={() => keep(part)}
          >
            Keep
          </Button>
        </p>
      )}
    </div>
  )
}

function select(field: Element | null, { start, end }: Place): void {
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(start, end)
}

/** Tab selects the next blank behind the caret; where there is none it leaves the field as usual. */
function goToBlank(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  const blank = nextBlank(event.currentTarget.value, event.currentTarget.selectionEnd)
  if (!blank) return
  event.preventDefault()
  select(event.currentTarget, blank)
}
