import { CONDITIONS, PLACEHOLDERS } from '../../shared/documents/letter-placeholders.ts'
import css from './letter-wording.module.css'

/** Everything that may stand in braces; choosing one puts it where one last wrote. */
export function PlaceholderList({ onChoose }: { onChoose: (placeholder: string) => void }) {
  const list = (entries: readonly { name: string; means: string }[]) => (
    <ul className={css.list}>
      {entries.map(({ name, means }) => (
        <li key={name}>
          <button type="button" className={css.placeholder} onClick={() => onChoose(`{${name}}`)} aria-label={`Put {${name}} in: ${means}`}>
            {`{${name}}`}
          </button>
          <span className={css.means}>{means}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <details className={css.placeholders}>
      <summary>Placeholders and conditions</summary>
      <div className={css.columns}>
        <section aria-label="Placeholders">
          <h3>Filled from the records</h3>
          {list(PLACEHOLDERS)}
        </section>
        <section aria-label="Conditions">
          <h3>Only if</h3>
          {list(CONDITIONS)}
        </section>
      </div>
    </details>
  )
}
