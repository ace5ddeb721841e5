import { composeLetter } from '../../shared/documents/compose-letter.ts'
import { letterRemarks } from '../../shared/documents/letter-remarks.ts'
import type { LetterSource } from '../../shared/documents/letter-source.ts'
import { draftWording } from '../../shared/documents/letter-wording.ts'
import type { Letter } from '../../shared/documents/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DocumentId, LetterId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { paperNumber } from './issue-superbill.ts'
import { loadLetterSource } from './letter-source.ts'
import { deleteDraft, findDraft, getStoredLetter, insertLetter, markSigned, type StoredLetter, updateWording } from './letters-repository.ts'
import { getDocument, insertDocument } from './repository.ts'

/** One letter, drafted or signed. Throws `not_found`. */
export function getLetter({ db, clock }: Services, letterId: LetterId): Letter {
  const stored = getStoredLetter(db, letterId)
  return toLetter(db, stored, loadLetterSource(db, stored.episodeId, clock.today()))
}

/** Begins a letter filled from the signed notes, or returns the draft of that kind already begun. */
export function beginLetter(services: Services, { episodeId, kind }: Parsed<'documents.beginLetter'>): Letter {
  const { db, clock, newId } = services
  const begun = findDraft(db, episodeId, kind)
  if (begun) return getLetter(services, begun.id)
  const id = LetterId.parse(newId())
  insertLetter(db, { id, episodeId, wording: draftWording(loadLetterSource(db, episodeId, clock.today()), kind), savedAt: clock.now() })
  return getLetter(services, id)
}

/** Keeps what was typed in a draft; its kind stays. Throws `rule_broken` for a signed letter. */
export function saveLetter(services: Services, { letterId, wording }: Parsed<'documents.saveLetter'>): Letter {
  const { kind } = draftOf(services.db, letterId).wording
  updateWording(services.db, { id: letterId, wording: { ...wording, kind }, savedAt: services.clock.now() })
  return getLetter(services, letterId)
}

/** Fills a draft anew from the records, dropping what was typed. */
export function refillLetter(services: Services, letterId: LetterId): Letter {
  const { db, clock } = services
  const { episodeId, wording } = draftOf(db, letterId)
  const fresh = draftWording(loadLetterSource(db, episodeId, clock.today()), wording.kind)
  updateWording(db, { id: letterId, wording: fresh, savedAt: clock.now() })
  return getLetter(services, letterId)
}

/** Throws a draft away. Throws `rule_broken` for a signed letter: it is part of the record. */
export function discardLetter({ db }: Services, letterId: LetterId): Record<string, never> {
  draftOf(db, letterId)
  deleteDraft(db, letterId)
  return {}
}

/** Signs a letter: freezes it under the next number. Throws `rule_broken` while something stands against it. */
export function signLetter(services: Services, letterId: LetterId): Letter {
  const { db, clock, newId } = services
  const letter = draftOf(db, letterId)
  const today = clock.today()
  const source = loadLetterSource(db, letter.episodeId, today)
  const obstacle = letterRemarks(source, letter.wording).find(remark => remark.blocks)
  if (obstacle) throw new DomainError('rule_broken', obstacle.sentence)
  const documentId = DocumentId.parse(newId())
  insertDocument(
    db,
    {
      id: documentId,
      kind: 'progress-letter',
      number: paperNumber(db, 'PL', today),
      version: 1,
      patientId: patientOf(db, letter),
      episodeId: letter.episodeId,
      issuedAt: clock.now(),
      issuedOn: today,
      from: null,
      to: null,
      total: null,
      replacesId: null,
      reason: '',
      content: { paperSize: source.clinic.paperSize, paper: composeLetter(source, letter.wording, today) },
    },
    [],
  )
  markSigned(db, { id: letterId, documentId, savedAt: clock.now() })
  return getLetter(services, letterId)
}

function draftOf(db: Database, id: LetterId): StoredLetter {
  const letter = getStoredLetter(db, id)
  if (letter.documentId !== null) throw new DomainError('rule_broken', 'This letter is signed and does not change. Begin another one.')
  return letter
}

function patientOf(db: Database, { episodeId }: StoredLetter): Letter['patientId'] {
  const row = statement<{ episodeId: string }, { patientId: Letter['patientId'] }>(
    db,
    'SELECT patient_id AS patientId FROM episodes WHERE id = :episodeId',
  ).get({
    episodeId,
  })
  if (!row) throw new DomainError('not_found', 'That episode is no longer in the records.')
  return row.patientId
}

function toLetter(db: Database, { documentId, ...letter }: StoredLetter, source: LetterSource): Letter {
  const { patient, episode, prescription } = source
  return {
    ...letter,
    patientId: patientOf(db, { ...letter, documentId }),
    patientName: `${patient.firstName} ${patient.lastName}`,
    condition: episode.condition,
    toName: prescription ? [prescription.prescriber.name, prescription.prescriber.credentials].filter(text => text !== '').join(', ') : '',
    replaces: null,
    remarks: documentId === null ? letterRemarks(source, letter.wording) : [],
    document: documentId === null ? null : getDocument(db, documentId),
    path: `papers/letter/${letter.id}.pdf`,
  }
}
