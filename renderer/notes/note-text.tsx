import { TextArea } from '../ui/text-field.tsx'
import { expandShorthand } from './shorthand.ts'

type NoteTextProps = {
  label: string
  value: string
  onChange: (text: string) => void
  error: string | undefined
  placeholder?: string
  hint?: string | false | null
  rows?: number
  /** The label shows above; otherwise only screen readers hear it. */
  withLabel?: boolean
}

/** Free text of the note. A technique’s shorthand with a dot before it, such as `.mfr`, is written out at the next space. */
export function NoteText({ label, value, onChange, withLabel = false, hint, ...rest }: NoteTextProps) {
  const type = (typed: string) => {
    const expanded = expandShorthand(value, typed)
    onChange(expanded?.text ?? typed)
    if (!expanded) return
    const field = document.activeElement
    requestAnimationFrame(() => field instanceof HTMLTextAreaElement && field.setSelectionRange(expanded.caret, expanded.caret))
  }
  return <TextArea label={label} bare={!withLabel} value={value} onChange={type} {...(withLabel && { required: false })} {...(hint && { hint })} {...rest} />
}
