import type { AppointmentStatus } from '../appointments/schema.ts'
import { DOCUMENT_KINDS } from '../documents/document-kinds.ts'
import type { DocumentKind } from '../documents/schema.ts'
import { dayOf, formatDate, formatMonthDay, formatTime, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { Cents } from '../lib/money.ts'
import type { TimelineEntry } from './schema.ts'

/** One appointment with what its note and invoice say. `number` counts the treated visits of its episode up to it. */
export type VisitEvent = {
  readonly id: string
  readonly startsAt: LocalDateTime
  readonly status: AppointmentStatus
  readonly minutes: number
  readonly startedAt: LocalDateTime | null
  readonly cancelReason: string
  readonly isLateCancel: boolean
  readonly practitionerName: string
  readonly number: number
  readonly painBefore: number | null
  readonly painAfter: number | null
  readonly timedMinutes: number | null
  readonly note: 'none' | 'draft' | 'signed'
  readonly units: number | null
  readonly total: Cents | null
}
export type PaidEvent = {
  readonly on: LocalDate
  readonly amount: Cents
  readonly method: string
  readonly invoiceNumber: string
  /** Null where the money settles no visit. */
  readonly appointmentId: string | null
  readonly isVoid: boolean
  readonly voidReason: string
}
export type PaperEvent = {
  readonly id: string
  readonly kind: DocumentKind
  readonly number: string
  readonly version: number
  readonly on: LocalDate
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}
export type PrescriptionEvent = {
  readonly episodeId: string
  readonly on: LocalDate
  readonly visits: number | null
  readonly frequency: string
  readonly prescriberName: string
  readonly credentials: string
  readonly condition: string
}
/** Anything else: its words are made where it is read. */
export type OtherEvent = Pick<TimelineEntry, 'on' | 'kind' | 'title' | 'detail' | 'refId'>
/** Everything that happened to a patient. */
export type PatientEvents = {
  readonly visits: readonly VisitEvent[]
  readonly payments: readonly PaidEvent[]
  readonly papers: readonly PaperEvent[]
  readonly prescriptions: readonly PrescriptionEvent[]
  readonly others: readonly OtherEvent[]
  readonly registered: { readonly on: LocalDate; readonly chartNumber: string; readonly referralSource: string }
}

const joined = (parts: readonly (string | false | null)[]) => parts.filter(Boolean).join(', ')
const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

function painWords({ painBefore, painAfter }: VisitEvent): string {
  if (painBefore === null) return painAfter === null ? '' : `pain ${painAfter} after`
  return painAfter === null ? `pain ${painBefore}` : `pain ${painBefore} to ${painAfter}`
}

function treatedEntry(visit: VisitEvent): TimelineEntry {
  const noteWords = { none: 'no note yet', draft: 'note is a draft', signed: 'note signed' }[visit.note]
  const isUnderWay = visit.status === 'in-session'
  return {
    on: dayOf(visit.startsAt),
    kind: 'visit',
    title: joined([`Visit ${visit.number}`, isUnderWay ? 'in session' : painWords(visit)]),
    detail: isUnderWay
      ? joined([`Since ${formatTime(visit.startedAt ?? visit.startsAt)}`, noteWords])
      : joined([visit.timedMinutes !== null && `${visit.timedMinutes} min`, visit.units !== null && counted(visit.units, 'unit'), noteWords]),
    amount: visit.total,
    refId: visit.id,
    isOpen: isUnderWay || visit.note !== 'signed',
  }
}

function missedWords({ startsAt, status, cancelReason, isLateCancel, total }: VisitEvent) {
  const title = status === 'no-show' ? 'No-show' : isLateCancel ? 'Cancelled late' : 'Visit cancelled'
  return { title, detail: joined([formatTime(startsAt), cancelReason, total !== null && 'fee charged']), amount: total }
}

function visitEntry(visit: VisitEvent): TimelineEntry {
  const { startsAt, status, minutes, practitionerName, id } = visit
  const common = { on: dayOf(startsAt), amount: null, refId: id, isOpen: false }
  switch (status) {
    case 'booked':
    case 'confirmed':
    case 'arrived':
      return {
        ...common,
        kind: 'booked',
        title: `Visit booked, ${formatTime(startsAt)}`,
        detail: joined([`${minutes} min with ${practitionerName}`, status !== 'booked' && status]),
      }
    case 'no-show':
    case 'cancelled':
      return { ...common, kind: 'missed', ...missedWords(visit) }
    case 'in-session':
    case 'finished':
    case 'checked-out':
      return treatedEntry(visit)
  }
}

const METHODS: Readonly<Record<string, string>> = { card: 'Paid by card', cash: 'Paid in cash', check: 'Paid by check', hsa: 'Paid by HSA card', other: 'Paid' }

function paidEntry({ on, amount, method, invoiceNumber, appointmentId, isVoid, voidReason }: PaidEvent): TimelineEntry {
  const words = METHODS[method] ?? 'Paid'
  return {
    on,
    kind: 'payment',
    title: isVoid ? `${words}, voided` : words,
    detail: joined([invoiceNumber, isVoid && voidReason]),
    amount: isVoid ? null : amount,
    refId: appointmentId,
    isOpen: false,
  }
}

function paperEntry({ id, kind, number, version, on, from, to }: PaperEvent): TimelineEntry {
  const range = from && to ? (from === to ? `Visit of ${formatMonthDay(from)}` : `${formatMonthDay(from)} to ${formatDate(to)}`) : ''
  return {
    on,
    kind: kind === 'progress-letter' ? 'letter' : 'superbill',
    title: `${DOCUMENT_KINDS[kind].title} ${number}`,
    detail: joined([range, version > 1 && `version ${version}`]),
    amount: null,
    refId: id,
    isOpen: false,
  }
}

function prescriptionEntry({ episodeId, on, visits, frequency, prescriberName, credentials, condition }: PrescriptionEvent): TimelineEntry {
  const terms = joined([visits !== null && counted(visits, 'visit'), frequency])
  const detail = `${joined([prescriberName, credentials])}. ${condition}`
  return { on, kind: 'prescription', title: joined(['Prescription', terms]), detail, amount: null, refId: episodeId, isOpen: false }
}

// Within a day, what came of something stands above it.
const ORDER: Readonly<Record<TimelineEntry['kind'], number>> = {
  died: 0,
  merged: 1,
  letter: 2,
  superbill: 3,
  payment: 4,
  booked: 5,
  note: 6,
  visit: 7,
  missed: 8,
  call: 9,
  prescription: 10,
  health: 11,
  consent: 12,
  registered: 13,
}

/** Everything that happened to a patient in words, newest first. */
export function timelineOf(events: PatientEvents): TimelineEntry[] {
  const { on, chartNumber, referralSource } = events.registered
  const detail = joined([chartNumber, referralSource !== '' && `found us: ${referralSource}`])
  const opened: TimelineEntry = { on, kind: 'registered', title: 'Chart opened', detail, amount: null, refId: null, isOpen: false }
  const entries = [
    opened,
    ...events.others.map(event => ({ ...event, amount: null, isOpen: false })),
    ...events.prescriptions.map(prescriptionEntry),
    ...events.visits.map(visitEntry),
    ...events.payments.map(paidEntry),
    ...events.papers.map(paperEntry),
  ]
  return entries.toReversed().toSorted((a, b) => (a.on === b.on ? ORDER[a.kind] - ORDER[b.kind] : a.on < b.on ? 1 : -1))
}
