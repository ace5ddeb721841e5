import { fullName } from '../../shared/documents/paper-words.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { SendingId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { getPatient } from '../patients/repository.ts'
import { papersOfBatch } from './batch-kept.ts'
import { getDocument } from './repository.ts'
import { insertSending, listSendings } from './trail-repository.ts'

/**
 * Notes that papers went to their patients today: all of a batch, or those named. A paper that went out the same way today already is not noted twice.
 * Gives the notes made, so that they can be taken off again. Throws `not_found`.
 */
export function markSent({ db, clock, newId, person }: Services, { papers, how }: Parsed<'documents.markSent'>): { sendingIds: SendingId[] } {
  const ids = 'jobId' in papers ? papersOfBatch(db, papers.jobId) : papers.documentIds
  const sentOn = clock.today()
  const sendingIds: SendingId[] = []
  for (const documentId of new Set(ids)) {
    const { patientId } = getDocument(db, documentId)
    if (listSendings(db, documentId).some(sending => sending.sentOn === sentOn && sending.how === how)) continue
    const id = SendingId.parse(newId())
    const sentTo = fullName(getPatient(db, patientId)).slice(0, 160)
    insertSending(db, { id, documentId, sentOn, how, sentTo, recordedBy: person.name })
    sendingIds.push(id)
  }
  return { sendingIds }
}
