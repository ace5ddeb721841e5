import { timeSpan } from '../../shared/appointments/overlap.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import { formatLongDay, formatTime, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import { cx } from '../ui/cx.ts'
import { hueOf } from '../ui/hue.ts'
import { Icon } from '../ui/icons.tsx'
import { visitMark } from '../ui/visit-mark.ts'
import type { CalendarActions, Chosen, VisitLooks } from './calendar-actions.ts'
import css from './calendar-agenda.module.css'
import { type AgendaDay, type AgendaRow, freeWords } from './calendar-agenda.ts'
import { timeAt } from './calendar-layout.ts'
import { isOff, needsSomeone, standingWords, visitCount } from './calendar-words.ts'

type CalendarAgendaProps = {
  days: readonly AgendaDay[]
  today: LocalDate
  chosen: Chosen
  looks: VisitLooks
  actions: CalendarActions
  /** Names the practitioner in each line, where there are several. */
  saysWho: boolean
}

/** Two weeks as a list, day by day: visits, time kept free, and free time that can be booked. */
export function CalendarAgenda({ days, today, ...rest }: CalendarAgendaProps) {
  return (
    <div className={css.agenda}>
      {days.map(day => (
        <section key={day.day} className={css.day} aria-labelledby={`agenda-${day.day}`}>
          <header className={cx(css.head, day.day === today && css.today)}>
            <h2 id={`agenda-${day.day}`}>{formatLongDay(day.day)}</h2>
            <span>{[day.day === today && 'Today', visitCount(day.count), day.closedBecause].filter(Boolean).join(' · ') || 'No visits'}</span>
          </header>
          {day.rows.length > 0 && (
            <ul>
              {day.rows.map(row => (
                <li key={keyOf(row)}>
                  <AgendaLine row={row} day={day.day} {...rest} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function keyOf(row: AgendaRow): string {
  if (row.kind === 'visit') return row.visit.id
  return row.kind === 'block' ? `${row.block.blockId} ${row.block.startsAt}` : `free ${row.practitionerId} ${row.start}`
}

type AgendaLineProps = Omit<CalendarAgendaProps, 'days' | 'today'> & { row: AgendaRow; day: LocalDate }

function AgendaLine({ row, day, chosen, looks, actions, saysWho }: AgendaLineProps) {
  if (row.kind === 'free') return <FreeLine row={row} day={day} actions={actions} saysWho={saysWho} />
  if (row.kind === 'block') {
    return (
      <button type="button" className={cx(css.line, css.kept)} onClick={() => actions.openBlock(row.block)}>
        <span className={css.time}>{row.block.isWholeDay ? 'All day' : timeSpan(row.block)}</span> <span className={css.name}>{row.block.title}</span>
      </button>
    )
  }
  const { visit } = row
  const facts = looks.factsOf(visit)
  const hue = looks.hueOf(visit)
  const about = [visit.condition || facts.typeName, facts.number].filter(Boolean).join(', ')
  return (
    <button
      type="button"
      className={cx(css.line, hue && hueOf(hue), hue && css.hued, isOff(visit.status) && css.off, visit.id === chosen.visitId && css.chosen)}
      aria-pressed={visit.id === chosen.visitId}
      data-visit={visit.id}
      onClick={() => actions.open(visit.id)}
    >
      <span className={css.time}>{timeSpan(visit)}</span>{' '}
      <span className={css.name}>
        {visit.patientName}
        {visit.seriesId !== null && <Icon name="repeat" size={13} />}
      </span>{' '}
      <span className={css.about}>{about}</span> <span className={css.about}>{[saysWho && facts.practitioner, facts.room].filter(Boolean).join(', ')}</span>{' '}
      <span className={cx(css.standing, needsSomeone(visit) && css.act)}>
        <Icon name={visitMark(visit)} size={14} />
        {capital(standingWords(visit)) || statusLabel(visit.status)}
      </span>
    </button>
  )
}

type FreeLineProps = { row: Extract<AgendaRow, { kind: 'free' }>; day: LocalDate; actions: CalendarActions; saysWho: boolean }

/** Free time, and a way to book its first hour. */
function FreeLine({ row, day, actions, saysWho }: FreeLineProps) {
  const { from, to } = row.span
  const startsAt: LocalDateTime = timeAt(day, from)
  const slot = { startsAt, minutes: Math.min(60, to - from), practitionerId: row.practitionerId, roomId: null }
  return (
    <button type="button" className={cx(css.line, css.free)} onClick={() => actions.book(slot)}>
      <span className={css.time}>{freeWords(day, row.span)}</span> <span className={css.name}>{saysWho && row.practitionerName}</span>{' '}
      <span className={css.bookWord}>
        <Icon name="plus" size={14} /> Book {formatTime(startsAt)}
      </span>
    </button>
  )
}
