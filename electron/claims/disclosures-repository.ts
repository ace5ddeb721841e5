import { Disclosure, type DisclosureGrounds, isRelease } from '../../shared/claims/disclosure.ts'
import { DOCUMENT_KINDS } from '../../shared/documents/document-kinds.ts'
import type { DocumentKind } from '../../shared/documents/schema.ts'
import { formatDate, type Instant, type LocalDate } from '../../shared/lib/dates.ts'
import type { ConsentId, DisclosureId, DocumentId, PatientId } from '../../shared/lib/ids.ts'
import { consentName } from '../../shared/patients/consents.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { consentStandings } from '../patients/consents-repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'

/** A disclosure to be kept: `consentId` null with the reason. */
export type NewDisclosure = {
  readonly id: DisclosureId
  readonly patientId: PatientId
  readonly documentId: DocumentId | null
  readonly disclosedOn: LocalDate
  readonly disclosedTo: string
  readonly purpose: string
  readonly consentId: ConsentId | null
  readonly reason: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** Keeps that records were given out. */
export function insertDisclosure(db: Database, disclosure: NewDisclosure) {
  statement<NewDisclosure>(
    db,
    `INSERT INTO disclosures (id, patient_id, document_id, disclosed_on, disclosed_to, purpose, consent_id, reason, recorded_at, recorded_by)
          VALUES (:id, :patientId, :documentId, :disclosedOn, :disclosedTo, :purpose, :consentId, :reason, :recordedAt, :recordedBy)`,
  ).run(disclosure)
}

type Row = Omit<Disclosure, 'ground' | 'isReleased' | 'paperWords'> & {
  readonly consentKind: string | null
  readonly signedOn: LocalDate | null
  readonly reason: string
  readonly documentKind: DocumentKind | null
  readonly documentNumber: string | null
}

/** Everything of a patient that was given to somebody, newest first. */
export function listDisclosures(db: Database, patientId: PatientId): Disclosure[] {
  const { consents } = getDeskRules(db)
  return statement<{ patientId: string }, Row>(
    db,
    `SELECT d.id, d.disclosed_on AS disclosedOn, d.disclosed_to AS disclosedTo, d.purpose, d.reason, d.document_id AS documentId,
            d.recorded_at AS recordedAt, d.recorded_by AS recordedBy, c.kind AS consentKind, c.signed_on AS signedOn,
            p.kind AS documentKind, p.number AS documentNumber
       FROM disclosures d
       LEFT JOIN consents c ON c.id = d.consent_id
       LEFT JOIN documents p ON p.id = d.document_id
      WHERE d.patient_id = :patientId
      ORDER BY d.disclosed_on DESC, d.rowid DESC`,
  )
    .all({ patientId })
    .map(({ consentKind, signedOn, reason, documentKind, documentNumber, ...row }) =>
      Disclosure.parse({
        ...row,
        ground: consentKind !== null && signedOn !== null ? `${consentName(consents, consentKind)}, signed ${formatDate(signedOn)}` : reason,
        isReleased: consentKind !== null || reason.startsWith('Release of information signed '),
        paperWords: documentKind === null ? '' : `${DOCUMENT_KINDS[documentKind].title} ${documentNumber ?? ''}`,
      }),
    )
}

/** What giving out a patient’s records may stand on today. Throws `not_found`. */
export function disclosureGrounds(db: Database, patientId: PatientId, today: LocalDate): DisclosureGrounds {
  const consents = consentStandings(db, patientId, today).flatMap(standing => {
    const holds = standing.state === 'valid' || standing.state === 'expires-soon'
    return holds && standing.latest && isRelease(standing) ? [{ consentId: standing.latest.id, words: `${standing.name}. ${standing.words}` }] : []
  })
  return { consents, releaseSignedOn: getPatient(db, patientId).releaseSignedOn }
}
