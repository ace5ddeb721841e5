import type { MarkedPart } from './marks.ts'
import css from './patients.module.css'

/** A text with what was typed marked in it. */
export function Marked({ parts }: { parts: readonly MarkedPart[] }) {
  let at = 0
  return parts.map(({ text, isMatch }) => {
    at += text.length
    return isMatch ? (
      <mark key={at} className={css.mark}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    )
  })
}
