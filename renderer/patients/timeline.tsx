import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { AppointmentId, DocumentId, EpisodeId, NoteId, type PatientId } from '../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { DateText, Money } from '../ui/words.tsx'
import css from './timeline.module.css'

type Show = 'all' | 'visits' | 'letters' | 'payments' | 'chart'
const KINDS: Readonly<Record<Exclude<Show, 'all'>, readonly TimelineEntry['kind'][]>> = {
  visits: ['visit', 'booked', 'missed', 'call'],
  letters: ['letter', 'superbill', 'prescription'],
  payments: ['payment'],
  chart: ['note', 'consent', 'health', 'registered', 'merged', 'died'],
}
const ICONS: Readonly<Record<TimelineEntry['kind'], IconName>> = {
  visit: 'check',
  booked: 'calendar',
  missed: 'cancelled',
  payment: 'cash',
  superbill: 'receipt',
  letter: 'letter',
  prescription: 'note',
  call: 'phone',
  note: 'pencil',
  consent: 'note',
  health: 'body',
  registered: 'people',
  merged: 'people',
  died: 'dot',
}
/** More than this are drawn only when asked for. */
const AT_FIRST = 40

/** Everything that happened to the patient, newest first; a row leads to the paper behind it. */
export function Timeline({ patientId }: { patientId: PatientId }) {
  const timeline = useQuery(ask('patients.getTimeline', { patientId }))
  const [show, setShow] = useState<Show>('all')
  const [isWhole, setWhole] = useState(false)
  const entries = (timeline.data ?? []).filter(entry => show === 'all' || KINDS[show].includes(entry.kind))
  const shown = isWhole ? entries : entries.slice(0, AT_FIRST)
  return (
    <>
      <header className={css.head}>
        <h2>Timeline</h2>
        <Segmented
          label="What to show"
          size="small"
          value={show}
          onChange={setShow}
          choices={[
            { value: 'all', label: 'All' },
            { value: 'visits', label: 'Visits' },
            { value: 'letters', label: 'Papers' },
            { value: 'payments', label: 'Payments' },
            { value: 'chart', label: 'Chart' },
          ]}
        />
      </header>
      <Problem error={timeline.error} />
      {!timeline.data && !timeline.error && <Waiting />}
      {timeline.data && entries.length === 0 && <p className={css.none}>None yet.</p>}
      <ol className={css.entries}>
        {shown.map((entry, index) => (
          <Entry
            key={`${entry.kind} ${entry.refId} ${entry.on} ${entry.title} ${entry.detail}`}
            entry={entry}
            patientId={patientId}
            isSameDay={shown[index - 1]?.on === entry.on}
          />
        ))}
      </ol>
      {entries.length > shown.length && (
        <Button kind="text" size="small" onClick={() => setWhole(true)}>
          Show all {entries.length}
        </Button>
      )}
    </>
  )
}

function Entry({ entry, patientId, isSameDay }: { entry: TimelineEntry; patientId: PatientId; isSameDay: boolean }) {
  const isVisit = entry.kind === 'visit'
  return (
    <li className={cx(css.entry, !isVisit && css.minor, entry.kind === 'missed' && css.missed)}>
      <span className={css.day}>{!isSameDay && <DateText day={entry.on} form="short" />}</span>
      <span className={css.mark}>
        <Icon name={isVisit && entry.isOpen ? 'dot' : ICONS[entry.kind]} />
      </span>
      <div>
        <Title entry={entry} />
        <p className={css.detail}>{entry.detail}</p>
      </div>
      <span className={css.end}>
        {entry.amount !== null ? <Money cents={entry.amount} /> : null}
        <Way entry={entry} patientId={patientId} />
      </span>
    </li>
  )
}

/** The first words of a visit carry it: "Visit 6", then its pain. */
function Title({ entry: { title, kind } }: { entry: TimelineEntry }) {
  const at = title.indexOf(',')
  const [first, rest] = kind === 'visit' && at > 0 ? [title.slice(0, at), title.slice(at)] : [title, '']
  return (
    <p className={css.title}>
      {kind === 'visit' ? <b>{first}</b> : first}
      {rest}
    </p>
  )
}

/** The way to what is behind the entry. */
function Way({ entry, patientId }: { entry: TimelineEntry; patientId: PatientId }): ReactNode {
  const { kind, refId, title } = entry
  if (refId === null) return null
  switch (kind) {
    case 'visit':
      return (
        <TextLink to="/session/$appointmentId" params={{ appointmentId: AppointmentId.parse(refId) }} aria-label={`Open the note of ${title}`}>
          {entry.isOpen ? 'Open' : 'Note'}
        </TextLink>
      )
    case 'booked':
    case 'missed':
      return (
        <TextLink to="/calendar" search={{ day: entry.on }} aria-label={`Show ${title} in the calendar`}>
          Show
        </TextLink>
      )
    case 'payment':
      return (
        <TextLink to="/patients/$patientId" params={{ patientId }} search={{ tab: 'billing' }} aria-label={`${title}: open billing`}>
          Open
        </TextLink>
      )
    case 'superbill':
    case 'letter':
      return (
        <TextLink to="/documents/$documentId" params={{ documentId: DocumentId.parse(refId) }} aria-label={`View ${title}`}>
          View
        </TextLink>
      )
    case 'prescription':
      return (
        <TextLink to="/episodes/$episodeId" params={{ episodeId: EpisodeId.parse(refId) }} aria-label={`View ${title}`}>
          View
        </TextLink>
      )
    case 'note':
      return (
        <TextLink to="/notes/$noteId" params={{ noteId: NoteId.parse(refId) }} aria-label={`Open: ${title}`}>
          Note
        </TextLink>
      )
    case 'call':
    case 'consent':
    case 'health':
    case 'registered':
    case 'merged':
    case 'died':
      return null
  }
}
