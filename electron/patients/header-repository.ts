import { createHash } from 'node:crypto'
import { healthChips } from '../../shared/health/chips.ts'
import { ageOn, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import { AlertId, type AppointmentId, type EpisodeId, type PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Alert, PatientHeader } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { prescriptionUseOf } from '../episodes/coverage-repository.ts'
import { lastHistory, listClearances } from '../health/repository.ts'
import { consentStandings } from './consents-repository.ts'
import { balanceOf, getChart, listAlerts, mergedInto } from './repository.ts'

/** What chart, session and check-out always show of a patient on a day; of a chart that became part of another one, also which. Throws `not_found`. */
export function getPatientHeader(db: Database, today: LocalDate, patientId: PatientId): PatientHeader {
  const patient = getChart(db, patientId)
  const { id, preferredName, pronouns, bornOn, sex, chartNumber, phone, guardianName, isArchived, deceasedOn } = patient
  const episodeId = currentEpisodeOf(db, today, patientId)
  const kept = mergedInto(db, patientId)
  return {
    id,
    preferredName,
    pronouns,
    bornOn,
    sex,
    chartNumber,
    phone,
    guardianName,
    isArchived,
    deceasedOn,
    name: fullName(patient),
    age: Math.max(0, ageOn(bornOn, today)),
    mergedInto: kept,
    consentsMissing: deceasedOn || kept ? [] : consentsMissing(db, patientId, today),
    alerts: alertsOn(db, today, patientId),
    prescription: episodeId && prescriptionUseOf(db, today, episodeId),
    balance: cents(balanceOf(db, patientId)),
    today: visitOn(db, today, patientId),
  }
}

const UNSIGNED = { missing: 'not signed', expired: 'expired', withdrawn: 'withdrawn' } as const

function consentsMissing(db: Database, patientId: PatientId, today: LocalDate): string[] {
  return consentStandings(db, patientId, today).flatMap(({ name, isRequired, state }) =>
    !isRequired || state === 'valid' || state === 'expires-soon' ? [] : `${name} ${UNSIGNED[state]}`,
  )
}

// Hand-written alerts, then what the health history says that they do not. Those have no row of their own: their id is drawn from their words.
function alertsOn(db: Database, today: LocalDate, patientId: PatientId): Alert[] {
  const written = listAlerts(db, patientId)
  const known = { clearances: listClearances(db, patientId), on: today }
  const chips = healthChips(
    lastHistory(db, patientId)?.history ?? null,
    known,
    written.map(({ text }) => text),
  )
  const all = [...written, ...chips.map(chip => ({ ...chip, id: idOf(`${patientId} ${chip.text}`) }))]
  return all.toSorted((a, b) => Number(a.kind === 'care') - Number(b.kind === 'care'))
}

function idOf(words: string): AlertId {
  const digest = createHash('sha256').update(words).digest('hex')
  return AlertId.parse(`${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`)
}

/** The open episode seen most recently by the end of a day, else the one opened last. Null where none is open. */
export function currentEpisodeOf(db: Database, today: LocalDate, patientId: PatientId): EpisodeId | null {
  const row = statement<{ patientId: string; endOfDay: string }, { id: EpisodeId }>(
    db,
    `SELECT e.id
       FROM episodes e
      WHERE e.patient_id = :patientId AND e.closed_on IS NULL
      ORDER BY (SELECT max(a.starts_at) FROM appointments a WHERE a.episode_id = e.id AND a.status <> 'cancelled' AND a.starts_at <= :endOfDay)
               DESC NULLS LAST, e.opened_on DESC, e.id
      LIMIT 1`,
  ).get({ patientId, endOfDay: `${today}T23:59` })
  return row?.id ?? null
}

type Visit = { appointmentId: AppointmentId; startsAt: LocalDateTime; status: string }

// The one under way first, then the next, then one that waits for check-out.
function visitOn(db: Database, today: LocalDate, patientId: PatientId): Visit | null {
  const row = statement<{ patientId: string; from: string; to: string }, Visit>(
    db,
    `SELECT id AS appointmentId, starts_at AS startsAt, status
       FROM appointments
      WHERE patient_id = :patientId AND starts_at BETWEEN :from AND :to AND status IN ('booked', 'confirmed', 'arrived', 'in-session', 'finished')
      ORDER BY status = 'in-session' DESC, status = 'finished', starts_at
      LIMIT 1`,
  ).get({ patientId, from: `${today}T00:00`, to: `${today}T23:59` })
  return row ?? null
}
