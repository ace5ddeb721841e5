import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './billing.module.css'

type VoidProps = {
  /** "Void invoice" */
  words: string
  explanation: string
  busy: boolean
  error: { message: string; fields?: Readonly<Record<string, string>> } | null
  onVoid: (reason: string) => void
  /** The quiet look in a row. */
  small?: boolean
}

const focus = (field: HTMLInputElement | null) => field?.focus()

/** Voids something in place: asks for the reason first, since it is kept. Escape leaves it as it was. */
export function VoidWithReason({ words, explanation, busy, error, onVoid, small = false }: VoidProps) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  if (!isAsking) {
    return (
      <Button kind={small ? 'text' : 'outlined'} size="small" onClick={() => setAsking(true)}>
        {small ? 'Void' : `${words}…`}
      </Button>
    )
  }
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (reason.trim() !== '') onVoid(reason)
  }
  const leave = (event: { key: string; stopPropagation(): void; preventDefault(): void }) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    setAsking(false)
  }
  return (
    <form className={css.void} onSubmit={send} onKeyDown={leave} noValidate aria-label={words}>
      <p className={css.second}>{explanation}</p>
      <TextField label="Reason" value={reason} onChange={setReason} maxLength={200} error={error?.fields?.reason} ref={focus} />
      <Problem error={error} />
      <div className={css.answers}>
        <Button type="submit" kind="danger" size="small" busy={busy} disabled={reason.trim() === ''}>
          {words}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
