import type { Appointment } from '../../shared/appointments/schema.ts'
import { AttendanceLetter, type AttendanceRow, attendanceOf, timesOf } from '../../shared/documents/attendance.ts'
import { fullName, letterheadOf, withCredentials } from '../../shared/documents/paper-words.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { timedMinutes } from '../../shared/documents/visit-note-treatment.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf, formatDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsOfPatient } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { getEpisode } from '../episodes/repository.ts'
import { listNotes } from '../notes/repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getClinic, getPayer, getPractitioner } from '../practice/repository.ts'
import { freezeCasePaper } from './claim-form-freeze.ts'

/** Freezes the log of every visit of an episode in a range of days, kept or not. Throws `rule_broken` where none is over. */
export function issueAttendanceLog(services: Services, { episodeId, from, to, tenthsOfMile }: Parsed<'documents.issueAttendanceLog'>): IssuedDocument {
  const { db, clock } = services
  const loaded = loadCase(services, episodeId)
  const visits = loaded.visits.filter(visit => dayOf(visit.startsAt) >= from && dayOf(visit.startsAt) <= to)
  const rows = rowsOf(db, visits, tenthsOfMile)
  const [first, last, newest] = [rows[0], rows.at(-1), visits.at(-1)]
  if (!first || !last || !newest) throw new DomainError('rule_broken', 'No visit of this episode is over on these dates. Choose other dates.')
  const { patient, clinic, episode } = loaded
  return freezeCasePaper(services, {
    kind: 'attendance-log',
    patientId: patient.id,
    episodeId,
    from: first.on,
    to: last.on,
    total: null,
    invoiceIds: [],
    paperSize: clinic.paperSize,
    compose: issue => ({
      letterhead: letterheadOf(clinic, clinic.logo),
      ...issue,
      patient: { name: fullName(patient), bornOn: patient.bornOn, chartNumber: patient.chartNumber },
      facts: caseFacts(db, episode),
      from: from > clock.today() ? first.on : from,
      to: to > last.on ? last.on : to,
      rows,
      signature: signatureOf(db, newest),
    }),
  })
}

/**
 * Freezes a letter for an employer or a school about visits that were attended. Throws `rule_broken` where one was not, or the condition is to be named
 * without a release of information on file.
 */
export function issueAttendanceLetter(
  services: Services,
  { episodeId, appointmentIds, to, remark, namesCondition }: Parsed<'documents.issueAttendanceLetter'>,
) {
  const { db } = services
  const { visits, patient, clinic, episode } = loadCase(services, episodeId)
  const chosen = visits.filter(({ id }) => appointmentIds.includes(id))
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (!first || !last || chosen.length < new Set(appointmentIds).size || chosen.some(visit => attendanceOf(visit) !== 'attended'))
    throw new DomainError('rule_broken', 'Choose visits of this episode that took place: an attendance letter says that somebody was here.')
  if (namesCondition && patient.releaseSignedOn === null)
    throw new DomainError(
      'rule_broken',
      'No release of information is on file, so the letter cannot say what the visits were for. Leave that out, or get a release signed.',
    )
  const days = chosen.map(visit => ({ on: dayOf(visit.startsAt), ...timesOf(visit) }))
  return freezeCasePaper(services, {
    kind: 'attendance-letter',
    patientId: patient.id,
    episodeId,
    from: dayOf(first.startsAt),
    to: dayOf(last.startsAt),
    total: null,
    invoiceIds: [],
    paperSize: clinic.paperSize,
    compose: issue => ({
      letterhead: letterheadOf(clinic, clinic.logo),
      ...issue,
      patientName: fullName(patient),
      to,
      condition: namesCondition ? episode.condition : '',
      visits: days,
      remark,
      signature: signatureOf(db, last),
    }),
    isSame: paper => AttendanceLetter.safeParse(paper).data?.to === to,
  })
}

type Case = ReturnType<typeof loadCase>

function loadCase({ db, clock }: Services, episodeId: EpisodeId) {
  const today = clock.today()
  const episode = getEpisode(db, today, episodeId)
  const visits = listAppointmentsOfPatient(db, episode.patientId, today)
    .filter(visit => visit.episodeId === episodeId && attendanceOf(visit) !== null && dayOf(visit.startsAt) <= today)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  return { episode, visits, patient: getPatient(db, episode.patientId), clinic: getClinic(db) }
}

function rowsOf(db: Database, visits: Case['visits'], tenthsOfMile: number | null): AttendanceRow[] {
  const [visit] = visits
  const notes = new Map((visit ? listNotes(db, visit.patientId) : []).map(note => [note.appointmentId, note]))
  return visits.flatMap(each => {
    const status = attendanceOf(each)
    if (!status) return []
    const note = notes.get(each.id)
    const isAttended = status === 'attended'
    const times = timesOf(each)
    return {
      on: dayOf(each.startsAt),
      timeIn: isAttended ? times.from : '',
      timeOut: isAttended ? times.to : '',
      minutes: isAttended && note?.signature && note.enteredInError === null ? timedMinutes(note.content) : null,
      tenthsOfMile: isAttended ? tenthsOfMile : null,
      status,
    }
  })
}

function signatureOf(db: Database, { practitionerId }: Appointment) {
  const { legalName, credentials, signatureOnFile } = getPractitioner(db, practitionerId)
  return { name: withCredentials(legalName, credentials), isOnFile: signatureOnFile }
}

function caseFacts(db: Database, { condition, claim }: Episode): { label: string; value: string }[] {
  const facts = [
    { label: 'Condition', value: condition },
    { label: 'Injured on', value: claim?.injuredOn ? formatDate(claim.injuredOn) : '' },
    { label: 'Claim', value: claim?.claimNumber ?? '' },
    { label: 'Insurer', value: claim?.payerId ? getPayer(db, claim.payerId).name : '' },
    { label: 'Adjuster', value: claim?.adjuster ?? '' },
    { label: 'Employer', value: claim?.employer ?? '' },
  ]
  return facts.filter(({ value }) => value !== '')
}
