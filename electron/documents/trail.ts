import { answeredPrescription, assertAnswer } from '../../shared/documents/letter-answer.ts'
import { readStoredLetter } from '../../shared/documents/letter-stored.ts'
import { withCredentials } from '../../shared/documents/paper-words.ts'
import type { IssuedDocument, PaperTrail } from '../../shared/documents/schema.ts'
import { assertPrescription } from '../../shared/episodes/episode-dates.ts'
import type { Episode, Prescription, PrescriptionFields } from '../../shared/episodes/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type DocumentId, PrescriptionId, SendingId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { writePrescription } from '../episodes/prescriptions-repository.ts'
import { getEpisode } from '../episodes/repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getPrescriber } from '../practice/repository.ts'
import { findLetterOf } from './letters-repository.ts'
import { findFrozenPaper, getDocument } from './repository.ts'
import { deleteSending, findAnswer, hasMadePrescription, insertAnswer, insertSending, listSendings, sentPaper } from './trail-repository.ts'

/** Where a paper went and what came back. Throws `not_found`. */
export function getTrail(services: Services, documentId: DocumentId): PaperTrail {
  const { db } = services
  const paper = getDocument(db, documentId)
  const answer = findAnswer(db, documentId)
  return {
    addressee: addresseeOf(services, paper),
    sendings: listSendings(db, documentId),
    answer,
    consentRemark: consentRemark(services, paper),
    suggested: answer ? null : suggestedBy(services, paper),
  }
}

/** Notes that a paper went out. Throws `invalid_input` for a day to come or before it was issued. */
export function recordSending(services: Services, { documentId, sending }: Parsed<'documents.recordSending'>): PaperTrail {
  const { db, clock, newId, person } = services
  const { issuedOn } = getDocument(db, documentId)
  const refuse = (sentence: string) => new DomainError('invalid_input', sentence, { 'sending.sentOn': sentence })
  if (sending.sentOn > clock.today()) throw refuse('It cannot have gone out in the future.')
  if (sending.sentOn < issuedOn) throw refuse('It cannot have gone out before it was issued.')
  insertSending(db, { ...sending, id: SendingId.parse(newId()), documentId, recordedBy: person.name })
  return getTrail(services, documentId)
}

/** Takes a sending off the log that did not happen. Throws `not_found`. */
export function removeSending(services: Services, { sendingId }: Parsed<'documents.removeSending'>): PaperTrail {
  const documentId = sentPaper(services.db, sendingId)
  if (!documentId) throw new DomainError('not_found', 'That is no longer on the log.')
  deleteSending(services.db, sendingId)
  return getTrail(services, documentId)
}

/**
 * Keeps the physician’s answer to a letter and adds the prescription it makes, both or neither. Throws `rule_broken` for a paper that is no letter or a
 * no that makes a prescription, `conflict` when an answer is recorded already, `invalid_input` for days that cannot be.
 */
export function recordAnswer(services: Services, { documentId, answer, prescription }: Parsed<'documents.recordAnswer'>): PaperTrail {
  const { db, clock, newId, person } = services
  transaction(db, () => {
    const paper = getDocument(db, documentId)
    if (paper.kind !== 'progress-letter' || !paper.episodeId) throw new DomainError('rule_broken', 'Only a letter is answered.')
    if (findAnswer(db, documentId)) throw new DomainError('conflict', 'The answer to this letter is recorded already.')
    assertAnswer(answer, { issuedOn: paper.issuedOn, today: clock.today(), makesPrescription: prescription !== null })
    if (prescription && hasMadePrescription(db, paper.number))
      throw new DomainError('conflict', 'Another version of this letter was answered with a prescription already. Change that one on the episode instead.')
    const prescriptionId = prescription && PrescriptionId.parse(newId())
    if (prescription && prescriptionId) {
      assertPrescription(prescription)
      getPrescriber(db, prescription.prescriberId)
      writePrescription(db, { ...prescription, id: prescriptionId, episodeId: paper.episodeId })
    }
    insertAnswer(db, { ...answer, documentId, recordedBy: person.name, prescriptionId })
  })
  return getTrail(services, documentId)
}

function addresseeOf({ db }: Services, { id, kind }: IssuedDocument): PaperTrail['addressee'] {
  const frozen = kind === 'progress-letter' ? findFrozenPaper(db, id) : undefined
  if (!frozen) return { name: '', fax: '' }
  const { to, faxTo } = readStoredLetter(frozen.paper)
  return { name: to.name, fax: faxTo }
}

// Treatment is told to the referring physician without a release of information; anybody else needs one (45 CFR 164.506 and 164.508).
function consentRemark({ db }: Services, { patientId, kind }: IssuedDocument): string {
  if (getPatient(db, patientId).releaseSignedOn !== null) return ''
  return kind === 'progress-letter'
    ? 'No release of information is on file. The physician who treats with you may have this letter; get a release signed before it goes to anybody else. Some states ask for more.'
    : 'No release of information is on file. Get one signed before this goes to anybody but the patient.'
}

function suggestedBy({ db, clock }: Services, { id, episodeId, issuedOn }: IssuedDocument): PrescriptionFields | null {
  const letter = findLetterOf(db, id)
  const frozen = findFrozenPaper(db, id)
  if (!letter || !frozen || !episodeId) return null
  const today = clock.today()
  const before = answeredBy(getEpisode(db, today, episodeId).prescriptions, { to: readStoredLetter(frozen.paper).to.name, issuedOn })
  return before && answeredPrescription(letter.wording, before, today)
}

// The prescription the letter spoke of: the newest of its addressee by then; they come newest first.
function answeredBy(prescriptions: Episode['prescriptions'], { to, issuedOn }: { to: string; issuedOn: string }): Prescription | null {
  const earlier = prescriptions.filter(({ writtenOn }) => writtenOn <= issuedOn)
  return earlier.find(({ prescriber }) => withCredentials(prescriber.name, prescriber.credentials) === to) ?? earlier[0] ?? prescriptions[0] ?? null
}
