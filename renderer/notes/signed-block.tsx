import type { NoteBlock, NoteTable, NoteTreatment } from '../../shared/documents/visit-note.ts'
import { cx } from '../ui/cx.ts'
import { inOrder } from './in-order.ts'
import css from './signed-text.module.css'

/** One piece of a signed note: words, a table of what was measured, the marks of the body chart, or a service that was given. */
export function SignedBlock({ block }: { block: NoteBlock }) {
  if (block.kind === 'table') return <Measured table={block} />
  if (block.kind === 'treatment') return <Service given={block} />
  if (block.kind === 'chart') return <Marks words={block.words} />
  return (
    <div className={css.prose}>
      {block.label !== '' && <h3 className={css.label}>{block.label}</h3>}
      <p className={css.line}>{block.text}</p>
    </div>
  )
}

function Measured({ table: { style, heads, rows, strong } }: { table: NoteTable }) {
  return (
    <table className={cx(css.table, style === 'figures' && css.figures)}>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(rows).map(({ key, entry: [name = '', ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, place) => (
              <td key={heads[place + 1]} className={cx(place + 1 === strong && css.strong)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Marks({ words }: { words: readonly string[] }) {
  return (
    <div className={css.prose}>
      <h3 className={css.label}>Body chart</h3>
      <ol className={css.marks}>
        {inOrder(words).map(({ key, entry }) => (
          <li key={key}>{entry}</li>
        ))}
      </ol>
    </div>
  )
}

function Service({ given: { code, service, regions, time, minutes, details } }: { given: NoteTreatment }) {
  return (
    <div className={css.service}>
      <span className={css.code}>{code}</span>
      <div>
        <b>{service}</b>
        {regions !== '' && `, ${regions}`}
        {time !== '' && <p className={css.time}>{time}</p>}
        {details.length > 0 && (
          <ul className={css.details}>
            {inOrder(details).map(({ key, entry }) => (
              <li key={key}>{entry}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={css.minutes}>{minutes} min</span>
    </div>
  )
}
