import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './drag.module.css'

type DragConfirmProps = {
  name: string
  warnings: readonly BookingWarning[]
  style: CSSProperties
  onOverrule: (reason: string) => void
  onGiveUp: () => void
}

/** Asks, where a visit was dropped, whether it shall be booked there anyway, and why: the reason stays in the visit’s history. */
export function DragConfirm({ name, warnings, style, onOverrule, onGiveUp }: DragConfirmProps) {
  const id = useId()
  const card = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    const before = document.activeElement
    card.current?.querySelector('input')?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  const save = () => {
    setAsked(true)
    if (reason.trim() !== '') onOverrule(reason.trim())
  }
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') onGiveUp()
  }
  return (
    <form
      ref={card}
      role="dialog"
      aria-labelledby={id}
      className={css.confirm}
      style={style}
      noValidate
      onKeyDown={onKey}
      onPointerDown={event => event.stopPropagation()}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <h2 id={id}>Book {name} here anyway?</h2>
      <ul>
        {warnings.map(({ sentence, level }) => (
          <li key={sentence} className={cx(level === 'overrule' && css.care)}>
            <Icon name="warning" size={14} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      <TextField label="Why" value={reason} onChange={setReason} error={isAsked && reason.trim() === '' ? 'Say why; it is kept with the visit.' : undefined} />
      <div className={css.ways}>
        <Button kind="primary" size="small" type="submit">
          Book anyway
        </Button>
        <Button size="small" onClick={onGiveUp}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
