import type { Appointment } from '../../shared/appointments/schema.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getAppointment, updateStatus } from '../appointments/repository.ts'
import { getClinic, getPractitioner } from '../practice/repository.ts'
import { contentHash } from './content-hash.ts'
import { getNote, lastSignature, updateSignature } from './repository.ts'
import { CHANGED_ELSEWHERE, issuesOf, refuseSigned } from './save-draft.ts'

/**
 * Signs a note in the name of the visit’s practitioner: locks it, chains its hash to the clinic’s previous signed note, and sets the visit
 * finished. Throws `rule_broken` while anything is missing and `conflict` when a newer revision was saved.
 */
export function sign(services: Services, { noteId, revision, drawn }: Parsed<'notes.sign'>): Note {
  const { db, clock } = services
  const note = getNote(db, noteId)
  refuseSigned(note)
  if (note.revision !== revision) throw new DomainError('conflict', CHANGED_ELSEWHERE)
  const visit = getAppointment(db, note.appointmentId, clock.today())
  if (visit.status === 'cancelled' || visit.status === 'no-show')
    throw new DomainError('rule_broken', `This visit is “${statusLabel(visit.status)}”. Set it back to “Booked” before signing its note.`)
  const [missing] = issuesOf(services, note, note.content).filter(issue => !issue.isAdvice)
  if (missing) throw new DomainError('rule_broken', missing.sentence, { [`content.${missing.part}`]: missing.sentence })
  const signer = getPractitioner(db, visit.practitionerId)
  const signedAt = clock.now()
  const last = lastSignature(db)
  const signature = { signerName: signer.legalName, signerCredentials: signer.credentials, signedAt, previousHash: last.hash }
  const { appointmentId, patientId, serviceOn, content } = note
  const hash = contentHash({ noteId, appointmentId, patientId, serviceOn, content, ...signature, ...(drawn !== '' && { drawn }) })
  updateSignature(db, { id: noteId, practitionerId: visit.practitionerId, ...signature, sequence: last.sequence + 1, contentHash: hash, content, drawn })
  finish(services, visit)
  return getNote(db, noteId)
}

function finish({ db, clock }: Services, visit: Appointment) {
  if (visit.status === 'finished' || visit.status === 'checked-out') return
  updateStatus(db, stepTo(visit, 'finished', { now: wallTimeOf(clock.now(), getClinic(db).timeZone), reason: '' }))
}
