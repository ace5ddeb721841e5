import type { CSSProperties } from 'react'
import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { cx } from '../ui/cx.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import type { Scale } from './calendar-layout.ts'
import { slotWords, spanWords } from './calendar-words.ts'
import css from './drag.module.css'
import { DragConfirm } from './drag-confirm.tsx'
import { type Drag, type DragStore, placeOf, useDragOf, worstLevel } from './drag-store.ts'
import { troubleAt } from './drag-trouble.ts'

type DragGhostProps = {
  store: DragStore
  columns: readonly CalendarColumn[]
  scale: Scale
  onOverrule: (reason: string) => void
  onGiveUp: () => void
}

/** What would become of a dragged visit or of free time, with anything that speaks against it said before the drop. */
export function DragGhost({ store, columns, scale, onOverrule, onGiveUp }: DragGhostProps) {
  const drag = useDragOf(store)
  const column = drag ? columns[drag.column] : undefined
  if (!drag || !column) return <p className={css.spoken} role="status" />
  const place = placeOf(drag, column)
  const warnings = drag.visit ? drag.warnings : troubleAt(column, drag)
  const level = worstLevel(warnings)
  const top = (drag.minute - scale.from) * scale.px
  const height = drag.minutes * scale.px
  const beside = { ...(drag.isLow ? { bottom: height + 6 } : { top: height + 6 }), ...(drag.column >= columns.length / 2 ? { right: 5 } : { left: 4 }) }
  const frame = { width: `${100 / columns.length}%`, height, transform: `translate(${drag.column * 100}%, ${top}px)` }
  return (
    <>
      <div className={css.frame} style={frame}>
        <div
          data-ghost
          className={cx(
            css.ghost,
            level === 'refused' && css.ghostRefused,
            level !== undefined && level !== 'refused' && css.ghostCare,
            drag.phase === 'saving' && css.saving,
          )}
          style={{ height: Math.max(20, height - 2) }}
        >
          <b>{drag.visit?.patientName ?? 'New visit'}</b>
          <span>{spanWords(place)}</span>
        </div>
        {drag.phase === 'asking' ? (
          <DragConfirm
            key={place.startsAt}
            name={drag.visit?.patientName ?? ''}
            warnings={warnings}
            style={beside}
            onOverrule={onOverrule}
            onGiveUp={onGiveUp}
          />
        ) : (
          warnings.length > 0 && <DragNote warnings={warnings} isRefused={drag.phase === 'refused'} isMoved={drag.visit !== null} style={beside} />
        )}
      </div>
      <p className={css.spoken} role="status">
        {spoken(drag, `${slotWords(place)}${column.key === column.day ? '' : `, ${column.title}`}.`, warnings)}
      </p>
    </>
  )
}

function spoken(drag: Drag, place: string, warnings: readonly BookingWarning[]): string {
  const words = warnings.map(one => one.sentence).join(' ')
  if (drag.phase === 'refused') return `Not moved. ${words}`
  if (!drag.byKeys) return words
  return drag.isKnown ? `${place} ${words || 'Nothing speaks against it.'}` : place
}

const ORDER = ['refused', 'overrule', 'note'] as const
const MOST_SAID = 3

/** `Prescription has 1 visit left` and what follows it. */
function halves(sentence: string): readonly [string, string] {
  const stop = sentence.indexOf('. ')
  return stop === -1 ? [sentence, ''] : [sentence.slice(0, stop), sentence.slice(stop + 2)]
}

type DragNoteProps = { warnings: readonly BookingWarning[]; isRefused: boolean; isMoved: boolean; style: CSSProperties }

/** The dark note beside a ghost: what speaks against the place, the hardest first. */
function DragNote({ warnings, isRefused, isMoved, style }: DragNoteProps) {
  const sorted = warnings.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
  const level = worstLevel(warnings)
  return (
    <div className={cx(css.note, level === 'refused' && css.noteRefused, level !== 'refused' && css.noteCare)} style={style} aria-hidden="true">
      {isRefused && <p className={css.verdict}>Not moved</p>}
      {sorted.slice(0, MOST_SAID).map(({ sentence }) => {
        const [first, rest] = halves(sentence)
        return (
          <p key={sentence}>
            <b>{rest ? first : first.replace(/\.$/, '')}</b>
            {rest && <span>{rest}</span>}
          </p>
        )
      })}
      {sorted.length > MOST_SAID && <p>and {sorted.length - MOST_SAID} more</p>}
      {!isRefused && level === 'refused' && <p className={css.verdict}>Cannot be dropped here.</p>}
      {level === 'overrule' && !isRefused && isMoved && <p className={css.verdict}>Dropped here, it asks for a reason.</p>}
    </div>
  )
}
