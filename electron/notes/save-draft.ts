import { checkMinutes } from '../../shared/billing/units-model.ts'
import { gateOf } from '../../shared/health/gate.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { signingIssues } from '../../shared/notes/completeness.ts'
import { draftRefusal } from '../../shared/notes/draft-refusal.ts'
import { minutesRefusal } from '../../shared/notes/gated-minutes.ts'
import type { Note, NoteContent } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import { listServices } from '../practice/repository.ts'
import { getNote, updateContent } from './repository.ts'
import { signingContextOf } from './visit-context-repository.ts'

/** Said when two screens write one note. */
export const CHANGED_ELSEWHERE = 'This note was changed on another screen. Reload it, then enter your last words again.'

/**
 * Saves a draft as it is typed and says what still stands before the signature. Throws `conflict` for an older revision, `rule_broken` after
 * signing and for minutes while something stands against massage, and `invalid_input` for minutes no visit can have or an unknown service.
 */
export function saveDraft(services: Services, { noteId, revision, content }: Parsed<'notes.saveDraft'>): Output<'notes.saveDraft'> {
  const { db, clock } = services
  const note = getNote(db, noteId)
  refuseSigned(note)
  refuseContent(services, content)
  const visit = getAppointment(db, note.appointmentId, clock.today())
  const context = signingContextOf(db, visit)
  const refusal = minutesRefusal(note.content.blocks, content.blocks, gateOf(content.screening, context))
  if (refusal !== null) throw new DomainError('rule_broken', refusal, { 'content.blocks': refusal })
  const savedAt = clock.now()
  if (!updateContent(db, { id: noteId, revision, content, savedAt })) throw new DomainError('conflict', CHANGED_ELSEWHERE)
  return { revision: revision + 1, savedAt, issues: signingIssues(content, context) }
}

/** Throws `rule_broken` for a note that is signed. */
export function refuseSigned(note: Note) {
  if (note.signature) throw new DomainError('rule_broken', 'This note is signed and does not change. Add an addendum instead.')
}

function refuseContent({ db }: Services, content: NoteContent) {
  checkMinutes(content.blocks)
  const refusal = draftRefusal(content)
  if (refusal) throw new DomainError('invalid_input', refusal.sentence, { [refusal.field]: refusal.sentence })
  const known = new Set(listServices(db).map(service => service.id))
  const stranger = content.blocks.findIndex(block => !known.has(block.serviceId))
  if (stranger >= 0)
    throw new DomainError('invalid_input', 'A service of this note is not in the fee schedule. Choose another one.', {
      [`content.blocks.${stranger}.serviceId`]: 'Choose a service from the fee schedule.',
    })
}
