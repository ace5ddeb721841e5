import { fillFacts, type SnippetFacts } from '../../shared/notes/snippet-expand.ts'
import css from './settings.module.css'

/** A snippet as it will stand in a note: blanks that are still to fill are marked. With `facts`, those the visit answers are filled. */
export function SnippetWords({ text, facts }: { text: string; facts?: SnippetFacts }) {
  const pieces = (facts ? fillFacts(text, facts) : text).split(/(\{[^{}\n]{1,40}\})/)
  const placed = pieces.map((piece, place) => ({ piece, key: pieces.slice(0, place).join('').length + place }))
  return (
    <span>
      {placed.map(({ piece, key }) => {
        return piece.startsWith('{') && piece.endsWith('}') ? (
          <mark key={key} className={css.blank}>
            {piece.slice(1, -1)}
          </mark>
        ) : (
          <span key={key}>{piece}</span>
        )
      })}
    </span>
  )
}
