import type { Appointment } from '../../shared/appointments/schema.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Note, NoteContent } from '../../shared/notes/schema.ts'
import { withheldReason } from '../../shared/notes/withheld.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { getClinic, getPractitioner } from '../practice/repository.ts'
import { contentHash } from './content-hash.ts'
import { getNote, lastSignature, updateSignature } from './repository.ts'
import { CHANGED_ELSEWHERE, refuseSigned } from './save-draft.ts'
import { issuesOf } from './visit-context-repository.ts'

/**
 * Signs a note in the name of the visit’s practitioner: locks it, chains its hash to the clinic’s previous signed note, and sets the visit
 * finished; where treatment was withheld, cancelled with the reason. Throws `rule_broken` while anything is missing and `conflict` when a newer revision was saved.
 */
export function sign(services: Services, { noteId, revision, drawn }: Parsed<'notes.sign'>): Note {
  const { db, clock } = services
  const note = getNote(db, noteId)
  refuseSigned(note)
  if (note.revision !== revision) throw new DomainError('conflict', CHANGED_ELSEWHERE)
  const visit = getAppointment(db, note.appointmentId, clock.today())
  refuseVisit(visit, note)
  const [missing] = issuesOf(db, visit, note.content).filter(issue => !issue.isAdvice)
  if (missing) throw new DomainError('rule_broken', missing.sentence, { [`content.${missing.part}`]: missing.sentence })
  const signer = getPractitioner(db, visit.practitionerId)
  const signedAt = clock.now()
  const last = lastSignature(db)
  const signature = { signerName: signer.legalName, signerCredentials: signer.credentials, signedAt, previousHash: last.hash }
  const { appointmentId, patientId, serviceOn } = note
  const content = asGiven(note.content)
  const hash = contentHash({ noteId, appointmentId, patientId, serviceOn, content, ...signature, ...(drawn !== '' && { drawn }) })
  updateSignature(db, { id: noteId, practitionerId: visit.practitionerId, ...signature, sequence: last.sequence + 1, contentHash: hash, content, drawn })
  if (content.screening.isWithheld) cancel(services, visit, content)
  else finish(services, visit)
  return getNote(db, noteId)
}

// Where treatment was withheld, services carried over from the last visit were not given.
const asGiven = (content: NoteContent): NoteContent => (content.screening.isWithheld ? { ...content, blocks: [] } : content)

function refuseVisit({ status, invoiceId }: Appointment, { content }: Note) {
  if (status === 'cancelled' || status === 'no-show')
    throw new DomainError('rule_broken', `This visit is “${statusLabel(status)}”. Set it back to “Booked” before signing its note.`)
  if (content.screening.isWithheld && (invoiceId !== null || status === 'checked-out'))
    throw new DomainError(
      'rule_broken',
      'This visit is checked out, so treatment was given. Void its invoice first, or say in the note that treatment went on.',
    )
}

// Nothing was done: the visit uses up no prescribed visit and there is nothing to charge.
function cancel(services: Services, visit: Appointment, { screening }: NoteContent) {
  const { db, clock } = services
  const now = wallTimeOf(clock.now(), getClinic(db).timeZone)
  saveStatus(services, visit, { change: stepTo(visit, 'cancelled', { now, reason: withheldReason(screening, getRules(db)) }) })
}

function finish(services: Services, visit: Appointment) {
  const { db, clock } = services
  if (visit.status === 'finished' || visit.status === 'checked-out') return
  saveStatus(services, visit, { change: stepTo(visit, 'finished', { now: wallTimeOf(clock.now(), getClinic(db).timeZone), reason: '' }) })
}
