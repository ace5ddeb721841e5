import { composeLetter } from '../../shared/documents/compose-letter.ts'
import { letterRemarks } from '../../shared/documents/letter-remarks.ts'
import type { LetterSource } from '../../shared/documents/letter-source.ts'
import { draftWording } from '../../shared/documents/letter-wording.ts'
import { withCredentials } from '../../shared/documents/paper-words.ts'
import type { IssuedDocument, Letter } from '../../shared/documents/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DocumentId, LetterId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { loadLetterSource } from './letter-source.ts'
import { templateOf } from './letter-templates.ts'
import {
  deleteDraft,
  findCorrection,
  findDraft,
  findLetterOf,
  getStoredLetter,
  insertLetter,
  markSigned,
  type StoredLetter,
  updateWording,
} from './letters-repository.ts'
import { paperNumber } from './paper-number.ts'
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
  const wording = draftWording(loadLetterSource(db, episodeId, clock.today()), kind, templateOf(db, kind))
  insertLetter(db, { id, episodeId, wording, savedAt: clock.now(), replacesId: null, replaceReason: '' })
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
  const fresh = draftWording(loadLetterSource(db, episodeId, clock.today()), wording.kind, templateOf(db, wording.kind))
  updateWording(db, { id: letterId, wording: fresh, savedAt: clock.now() })
  return getLetter(services, letterId)
}

/** Throws a draft away. Throws `rule_broken` for a signed letter: it is part of the record. */
export function discardLetter({ db }: Services, letterId: LetterId): Record<string, never> {
  draftOf(db, letterId)
  deleteDraft(db, letterId)
  return {}
}

/**
 * Signs a letter: freezes it under the next number, or as the next version of the one it corrects. Throws `rule_broken` while something stands
 * against it, `conflict` where that one was corrected already.
 */
export function signLetter(services: Services, letterId: LetterId): Letter {
  const { db, clock, newId } = services
  transaction(db, () => {
    const letter = draftOf(db, letterId)
    const today = clock.today()
    const source = loadLetterSource(db, letter.episodeId, today)
    const obstacle = letterRemarks(source, letter.wording).find(remark => remark.blocks)
    if (obstacle) throw new DomainError('rule_broken', obstacle.sentence)
    const replaced = letter.replacesId === null ? null : correctable(db, letter.replacesId)
    const documentId = DocumentId.parse(newId())
    insertDocument(
      db,
      {
        id: documentId,
        kind: 'progress-letter',
        number: replaced?.number ?? paperNumber(db, 'PL', today),
        version: replaced ? replaced.version + 1 : 1,
        patientId: patientOf(db, letter),
        episodeId: letter.episodeId,
        issuedAt: clock.now(),
        issuedOn: today,
        from: null,
        to: null,
        total: null,
        replacesId: letter.replacesId,
        reason: letter.replaceReason,
        content: { paperSize: source.clinic.paperSize, paper: composeLetter(source, letter.wording, today) },
      },
      [],
    )
    markSigned(db, { id: letterId, documentId, savedAt: clock.now() })
  })
  return getLetter(services, letterId)
}

/**
 * Begins a corrected version of a signed letter with its words, or returns the one begun; the signed one stays as it was sent. Throws `rule_broken`
 * for another kind of paper, `conflict` for a letter that a newer version replaced.
 */
export function correctLetter(services: Services, { documentId, reason }: Parsed<'documents.correctLetter'>): Letter {
  const { db, clock, newId } = services
  const signed = findLetterOf(db, documentId)
  if (!signed) throw new DomainError('rule_broken', 'Only a signed letter is corrected here.')
  correctable(db, documentId)
  const begun = findCorrection(db, documentId)
  if (begun) return getLetter(services, begun.id)
  const id = LetterId.parse(newId())
  insertLetter(db, { id, episodeId: signed.episodeId, wording: signed.wording, savedAt: clock.now(), replacesId: documentId, replaceReason: reason })
  return getLetter(services, id)
}

function correctable(db: Database, documentId: DocumentId): IssuedDocument {
  const paper = getDocument(db, documentId)
  if (paper.replacedBy !== null) throw new DomainError('conflict', `${paper.number} was corrected already. Correct its newest version.`)
  return paper
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

function toLetter(db: Database, letter: StoredLetter, source: LetterSource): Letter {
  const { patient, episode, prescription } = source
  const { id, episodeId, wording, savedAt, documentId, replacesId, replaceReason } = letter
  return {
    id,
    episodeId,
    wording,
    savedAt,
    patientId: patientOf(db, letter),
    patientName: `${patient.firstName} ${patient.lastName}`,
    condition: episode.condition,
    toName: prescription ? withCredentials(prescription.prescriber.name, prescription.prescriber.credentials) : '',
    replaces: replacesId === null ? null : { documentId: replacesId, version: getDocument(db, replacesId).version, reason: replaceReason },
    remarks: documentId === null ? letterRemarks(source, wording) : [],
    document: documentId === null ? null : getDocument(db, documentId),
    path: `papers/letter/${id}.pdf`,
  }
}
