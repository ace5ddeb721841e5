import { type CheckInFacts, missingAtCheckIn } from '../../shared/appointments/check-in.ts'
import type { Appointment, CheckInItem } from '../../shared/appointments/schema.ts'
import type { SubmitAnswer } from '../../shared/estimates/schema.ts'
import { clearanceFor } from '../../shared/health/clearances.ts'
import { factsOf } from '../../shared/health/items.ts'
import { standingFindings } from '../../shared/health/standing.ts'
import { dayOf, type LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { lastHistory, listClearances } from '../health/repository.ts'
import { consentStandings } from '../patients/consents-repository.ts'
import { coverageOfEpisodes } from './coverage-repository.ts'

/** A patient as far as arriving needs them, whom to ask for on the phone included. */
export type ExpectedPatient = {
  readonly patientId: PatientId
  readonly preferredName: string
  /** The patient’s own, else the other one they left. */
  readonly phone: string
  readonly bornOn: LocalDate
  readonly guardianName: string
  readonly guardianRelation: string
  readonly guardianPhone: string
  readonly street: string
  readonly city: string
  readonly memberId: string | null
  readonly payerName: string | null
  readonly payerKind: Payer['kind'] | null
  readonly requiresPrescription: number | null
  readonly historyOn: LocalDate | null
  readonly lastWord: 'taken' | 'unchanged' | 'refused' | null
  readonly lastWordOn: LocalDate | null
  readonly hasEndedClearance: number
  readonly submits: SubmitAnswer | null
  readonly hasEstimate: number
}

/** The patients of these visits, by id: one statement, however many come. */
export function listExpected(db: Database, visits: readonly Pick<Appointment, 'patientId'>[], day: LocalDate): ReadonlyMap<PatientId, ExpectedPatient> {
  const ids = JSON.stringify([...new Set(visits.map(({ patientId }) => patientId))])
  const rows = statement<{ ids: string; day: string }, ExpectedPatient>(
    db,
    `SELECT p.id AS patientId, p.preferred_name AS preferredName, COALESCE(NULLIF(p.phone, ''), p.other_phone) AS phone,
            p.born_on AS bornOn, p.guardian_name AS guardianName,
            p.guardian_relation AS guardianRelation, p.guardian_phone AS guardianPhone, p.street, p.city, o.member_id AS memberId, y.name AS payerName,
            y.kind AS payerKind, y.requires_prescription AS requiresPrescription, w.kind AS lastWord, w.taken_on AS lastWordOn,
            (SELECT h.taken_on FROM health_versions h WHERE h.patient_id = p.id AND h.kind <> 'refused' ORDER BY h.sequence DESC LIMIT 1) AS historyOn,
            EXISTS (SELECT 1 FROM clearances c WHERE c.patient_id = p.id AND c.withdrawn_on IS NULL AND c.expires_on < :day) AS hasEndedClearance,
            (SELECT s.answer FROM submit_answers s WHERE s.patient_id = p.id ORDER BY s.answered_at DESC, s.rowid DESC LIMIT 1) AS submits,
            EXISTS (SELECT 1 FROM documents d WHERE d.patient_id = p.id AND d.kind = 'estimate' AND :day BETWEEN d.from_on AND d.to_on) AS hasEstimate
       FROM patients p
       LEFT JOIN policies o ON o.patient_id = p.id
       LEFT JOIN payers y ON y.id = o.payer_id
       LEFT JOIN health_versions w ON w.patient_id = p.id
                                  AND w.sequence = (SELECT MAX(sequence) FROM health_versions WHERE patient_id = p.id)
      WHERE p.id IN (SELECT value FROM json_each(:ids))`,
  ).all({ ids, day })
  return new Map(rows.map(row => [row.patientId, row]))
}

/** What is missing for each of these visits of one day when its patient arrives; `today` is where prescriptions are counted from. */
export function missingFor(
  db: Database,
  visits: readonly Appointment[],
  { day, today }: { day: LocalDate; today: LocalDate },
): Map<AppointmentId, CheckInItem[]> {
  if (visits.length === 0) return new Map()
  const expected = listExpected(db, visits, day)
  const claims = claimPayers(db, visits)
  const isAsked = ({ patientId, episodeId }: Appointment) => (claims.get(episodeId ?? '') ?? expected.get(patientId))?.requiresPrescription === 1
  const coverages = coverageOfEpisodes(
    db,
    visits.filter(isAsked).flatMap(({ episodeId }) => episodeId ?? []),
    today,
  )
  const isCovered = ({ id, episodeId }: Appointment) => (episodeId === null ? null : (coverages.get(episodeId)?.visits.get(id)?.isCovered ?? false))
  return new Map(
    visits.map(visit => {
      const patient = expected.get(visit.patientId)
      return [
        visit.id,
        patient
          ? missingAtCheckIn({
              ...factsFor(db, patient, day),
              ...payerFacts(patient, claims.get(visit.episodeId ?? '')),
              isCovered: isCovered(visit),
              balance: visit.balance,
            })
          : [],
      ]
    }),
  )
}

/** What is missing when the patient of one visit arrives. */
export function missingForVisit(db: Database, visit: Appointment, today: LocalDate): CheckInItem[] {
  return missingFor(db, [visit], { day: dayOf(visit.startsAt), today }).get(visit.id) ?? []
}

/** Who pays: `requiresPrescription` as the database has it. */
type PayerRow = Pick<ExpectedPatient, 'payerName' | 'payerKind' | 'requiresPrescription'>

/** The payers of accident claims, by episode: they pay instead of the patient’s own plan. */
function claimPayers(db: Database, visits: readonly Appointment[]): ReadonlyMap<string, PayerRow> {
  const rows = statement<{ ids: string }, PayerRow & { episodeId: string }>(
    db,
    `SELECT e.id AS episodeId, y.name AS payerName, y.kind AS payerKind, y.requires_prescription AS requiresPrescription
       FROM episodes e
       JOIN payers y ON y.id = e.claim_payer_id
      WHERE e.id IN (SELECT value FROM json_each(:ids))`,
  ).all({ ids: JSON.stringify(visits.flatMap(({ episodeId }) => episodeId ?? [])) })
  return new Map(rows.map(({ episodeId, ...payer }) => [episodeId, payer]))
}

function payerFacts({ memberId, ...own }: ExpectedPatient, claim: PayerRow | undefined): Pick<CheckInFacts, 'policy' | 'payer' | 'isClaim'> {
  const { payerName, payerKind, requiresPrescription } = claim ?? own
  const isInsured = payerName !== null && payerKind !== null
  return {
    policy: memberId === null ? null : { memberId },
    payer: isInsured ? { name: payerName, kind: payerKind, requiresPrescription: requiresPrescription === 1 } : null,
    isClaim: claim !== undefined,
  }
}

type OwnFacts = Omit<CheckInFacts, 'isCovered' | 'balance' | 'policy' | 'payer' | 'isClaim'>

function factsFor(db: Database, patient: ExpectedPatient, day: LocalDate): OwnFacts {
  const { patientId, bornOn, guardianName, historyOn, lastWord, lastWordOn, submits, hasEstimate } = patient
  return {
    day,
    bornOn,
    guardianName,
    address: { street: patient.street, street2: '', city: patient.city, state: '', zip: '' },
    standings: consentStandings(db, patientId, day),
    historyOn,
    submits,
    hasEstimate: hasEstimate === 1,
    historyRefusedOn: lastWord === 'refused' ? lastWordOn : null,
    endedClearances: patient.hasEndedClearance === 1 ? endedClearances(db, patientId, day) : [],
  }
}

const inSentence = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)

// Only while the health history still names the condition (or was never taken): one that is over needs no clearance any more.
function endedClearances(db: Database, patientId: PatientId, day: LocalDate): CheckInFacts['endedClearances'] {
  const clearances = listClearances(db, patientId)
  const history = lastHistory(db, patientId)?.history ?? null
  const standing = new Set(standingFindings(history).map(({ item }) => item))
  return [...new Set(clearances.map(({ item }) => item))].flatMap(item => {
    const { state, clearance } = clearanceFor(clearances, item, day)
    const isAsked = state === 'ended' && (history === null || standing.has(item))
    return isAsked ? [{ item, name: inSentence(factsOf(item).name), expiresOn: clearance.expiresOn }] : []
  })
}
