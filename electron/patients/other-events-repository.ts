import { dayOf, formatDate, formatTime, type Instant, type LocalDate, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { OtherEvent } from '../../shared/patients/timeline.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { listConsents } from './consents-repository.ts'
import { listMergesOf } from './merge-repository.ts'

type ById = { patientId: string }
type DayOf = (moment: Instant) => LocalDate
const joined = (parts: readonly string[]) => parts.filter(Boolean).join(', ')

/** Calls, what happened to notes, consents, health histories, merges and a death, in words; days are the clinic’s. */
export function listOtherEvents(db: Database, patientId: PatientId): OtherEvent[] {
  const { timeZone } = getClinic(db)
  const on: DayOf = moment => dayOf(wallTimeOf(moment, timeZone))
  return [...consents(db, patientId), ...histories(db, patientId), ...calls(db, patientId, on), ...notes(db, patientId, on), ...merges(db, patientId, on)]
}

const OUTCOMES: Readonly<Record<string, string>> = {
  confirmed: 'Called: confirmed',
  'left-message': 'Called: left a message',
  'no-answer': 'Called: no answer',
  'wrong-number': 'Called: wrong number',
}

function calls(db: Database, patientId: PatientId, on: DayOf): OtherEvent[] {
  type Row = { appointmentId: string; startsAt: LocalDateTime; at: Instant; outcome: string; remark: string; who: string }
  return statement<ById, Row>(
    db,
    `SELECT c.appointment_id AS appointmentId, a.starts_at AS startsAt, c.at, c.outcome, c.remark, c.who
       FROM appointments a
       JOIN calls c ON c.appointment_id = a.id
      WHERE a.patient_id = :patientId
      ORDER BY c.at, c.id`,
  )
    .all({ patientId })
    .map(({ appointmentId, startsAt, at, outcome, remark, who }) => ({
      on: on(at),
      kind: 'call',
      title: OUTCOMES[outcome] ?? 'Called',
      detail: joined([`about ${formatDate(dayOf(startsAt))}, ${formatTime(startsAt)}`, remark, who]),
      refId: appointmentId,
    }))
}

function notes(db: Database, patientId: PatientId, on: DayOf): OtherEvent[] {
  type Row = { id: string; serviceOn: LocalDate; at: Instant; who: string; reason: string | null }
  return statement<ById, Row>(
    db,
    `SELECT n.id, n.service_on AS serviceOn, d.written_at AS at, d.written_by AS who, NULL AS reason
       FROM notes n
       JOIN note_addenda d ON d.note_id = n.id
      WHERE n.patient_id = :patientId
      UNION ALL
     SELECT id, service_on, error_at, error_by, error_reason FROM notes WHERE patient_id = :patientId AND error_at IS NOT NULL
      ORDER BY at`,
  )
    .all({ patientId })
    .map(({ id, serviceOn, at, who, reason }) => ({
      on: on(at),
      kind: 'note',
      title: `${reason === null ? 'Addendum to the note' : 'Note entered in error'} of ${formatDate(serviceOn)}`,
      detail: joined([who, reason ?? '']),
      refId: id,
    }))
}

function consents(db: Database, patientId: PatientId): OtherEvent[] {
  return listConsents(db, patientId, getDeskRules(db).consents)
    .toReversed()
    .flatMap(({ name, signedOn, signedBy, expiresOn, withdrawnOn }) => {
      const until = expiresOn === null ? '' : `until ${formatDate(expiresOn)}`
      const signed: OtherEvent = { on: signedOn, kind: 'consent', title: `${name} signed`, detail: joined([signedBy, until]), refId: null }
      return withdrawnOn === null ? [signed] : [signed, { on: withdrawnOn, kind: 'consent', title: `${name} withdrawn`, detail: '', refId: null }]
    })
}

const TOLD = { taken: 'Health history taken', unchanged: 'Health history unchanged', refused: 'Health history refused' } as const

function histories(db: Database, patientId: PatientId): OtherEvent[] {
  type Row = { takenOn: LocalDate; kind: keyof typeof TOLD; reason: string; who: string }
  return statement<ById, Row>(
    db,
    `SELECT taken_on AS takenOn, kind, refused_reason AS reason, entered_by AS who
       FROM health_versions
      WHERE patient_id = :patientId
      ORDER BY sequence`,
  )
    .all({ patientId })
    .map(({ takenOn, kind, reason, who }) => ({ on: takenOn, kind: 'health', title: TOLD[kind], detail: joined([reason, who]), refId: null }))
}

function merges(db: Database, patientId: PatientId, on: DayOf): OtherEvent[] {
  return listMergesOf(db, patientId)
    .toReversed()
    .filter(({ keptId }) => keptId === patientId)
    .flatMap(({ before, mergedOn, mergedBy, undoneAt }) => {
      const { chartNumber } = before.other.patient
      const made: OtherEvent = { on: mergedOn, kind: 'merged', title: `${chartNumber} became part of this chart`, detail: mergedBy, refId: null }
      return undoneAt === null
        ? [made]
        : [made, { on: on(undoneAt), kind: 'merged', title: `${chartNumber} became a chart of its own again`, detail: '', refId: null }]
    })
}
