import type { KeyboardEvent } from 'react'
import { formatTime, type LocalDateTime, localDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import type { Today } from '../../shared/reports/schema.ts'
import { dayRows, type QuietTime, quietWords, type Working } from './day-rows.ts'
import css from './today.module.css'
import type { OpenPart } from './use-visit-steps.ts'
import { VisitRow } from './visit-row.tsx'

/** Up and Down go from visit to visit while a row has the focus. */
function moveBetweenRows(event: KeyboardEvent<HTMLOListElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-visit]')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-visit]')]
  const next = rows[rows.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

function QuietRow({ quiet, workers }: { quiet: QuietTime; workers: readonly Working[] }) {
  const whose = workers.length > 1 ? workers.find(({ id }) => id === quiet.practitionerId)?.name : undefined
  return (
    <li className={css.quiet}>
      <span>{quiet.isWholeDay ? '' : formatTime(quiet.startsAt)}</span>
      <span>{[quietWords(quiet), whose].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

type DayListProps = {
  today: Today
  of: PractitionerId | null
  now: LocalDateTime
  workers: readonly Working[]
  inTurnId: string | undefined
  opened: OpenPart | null
  onOpen: (part: OpenPart | null) => void
}

/** The day in order of time: visits with their one next step, breaks between them, and its end. */
export function DayList({ today, of, now, workers, inTurnId, opened, onOpen }: DayListProps) {
  const { day, missing, fits, receivedToday, closesAt } = today
  const rows = dayRows(today, of)
  const first = inTurnId ?? rows.flatMap(row => (row.kind === 'visit' ? [row.visit.id] : []))[0]
  return (
    <ol onKeyDown={moveBetweenRows} aria-label="The day">
      {rows.map(row =>
        row.kind === 'quiet' ? (
          <QuietRow key={`${row.quiet.title} ${row.quiet.startsAt} ${row.quiet.practitionerId}`} quiet={row.quiet} workers={workers} />
        ) : (
          <VisitRow
            key={row.visit.id}
            visit={row.visit}
            facts={{
              now,
              isInTurn: row.visit.id === inTurnId,
              missing: missing.find(({ appointmentId }) => appointmentId === row.visit.id)?.items ?? [],
              fits: fits.find(({ appointmentId }) => appointmentId === row.visit.id)?.people ?? 0,
              saysWho: workers.length > 1 && of === null,
            }}
            openPart={opened?.id === row.visit.id ? opened.part : null}
            onOpen={onOpen}
            tabIndex={row.visit.id === first ? 0 : -1}
          />
        ),
      )}
      <li className={css.quiet}>
        <span>{formatTime(localDateTime(`${day}T${closesAt}`))}</span>
        <span>{receivedToday > 0 ? `Day ends. ${formatMoney(receivedToday)} received so far.` : 'Day ends. Nothing received yet.'}</span>
      </li>
    </ol>
  )
}
