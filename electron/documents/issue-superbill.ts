import { type Readiness, superbillObstacle } from '../../shared/billing/readiness.ts'
import { composeSuperbill, type SuperbillIssue } from '../../shared/documents/compose-superbill.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { visitsObstacle } from '../../shared/documents/superbill-obstacle.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DocumentId, type PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { chargedVisits, type VisitOnPaper, visitsOfSuperbill } from './charged-visits.ts'
import { paperNumber } from './paper-number.ts'
import { checkRange, differs, draftSuperbill, findIssued } from './preview-superbill.ts'
import { readinessOf } from './readiness-of-visits.ts'
import { getDocument, insertDocument } from './repository.ts'

/**
 * Freezes a superbill under the next number, or as the next version of the one it replaces. Throws `rule_broken` with the way out where an insurer
 * would have to refuse it, `conflict` where these visits are on a superbill already or a newer version exists.
 */
export function issueSuperbill(services: Services, input: Parsed<'documents.issueSuperbill'>): IssuedDocument {
  checkRange(input)
  const { db } = services
  const visits = chargedVisits(db, input)
  const replaced = input.replaces === null ? null : replaceable(db, input.replaces, input.patientId)
  return issueVisits(services, { patientId: input.patientId, visits, replaced, reason: input.reason })
}

/** Freezes the next version of a superbill: the same visits as the records have them now. Throws as `issueSuperbill`, also where nothing has changed. */
export function correctSuperbill(services: Services, { documentId, reason }: Parsed<'documents.correctSuperbill'>): IssuedDocument {
  const { patientId } = getDocument(services.db, documentId)
  const replaced = replaceable(services.db, documentId, patientId)
  return issueVisits(services, { patientId, visits: visitsOfSuperbill(services.db, replaced), replaced, reason })
}

/** Whether a superbill that was issued still says what the records say, and what stands against a corrected version. */
export function previewCorrection({ db, clock }: Services, { documentId }: Parsed<'documents.previewCorrection'>): Output<'documents.previewCorrection'> {
  const document = getDocument(db, documentId)
  if (document.kind !== 'superbill' || document.replacedBy !== null) return { differs: false, obstacle: null }
  const visits = visitsOfSuperbill(db, document)
  const obstacle = obstacleOf(db, visits)
  return { differs: visitsObstacle(visits) !== null || differs(db, document, draftSuperbill(db, visits, clock.today())), obstacle }
}

/** What is to be frozen: a patient’s visits, as the next version of `replaced` where that is given. */
export type ToIssue = {
  readonly patientId: PatientId
  readonly visits: readonly VisitOnPaper[]
  readonly replaced: IssuedDocument | null
  readonly reason: string
}

/** What keeps visits from a superbill, with the way out; null when nothing does. */
const obstacleOf = (db: Database, visits: readonly VisitOnPaper[]): string | null => obstacleWith(visits, readinessOf(db, visits))

/** The same, where their readiness is known already. */
export const obstacleWith = (visits: readonly VisitOnPaper[], readiness: Readiness): string | null => visitsObstacle(visits) ?? superbillObstacle(readiness)

/** Freezes visits as a superbill. Throws `rule_broken` and `conflict` as `issueSuperbill`. */
export function issueVisits({ db, clock, newId }: Services, { patientId, visits, replaced, reason }: ToIssue): IssuedDocument {
  const today = clock.today()
  const obstacle = obstacleOf(db, visits)
  if (obstacle !== null) throw new DomainError('rule_broken', obstacle)
  const issued = findIssued(db, patientId, visits)
  if (issued && issued.id !== replaced?.id) refuseIssued(issued)
  if (replaced) refuseUnchanged(db, replaced, { visits, today })
  const clinic = getClinic(db)
  const { superbillHides: hides, billingAddress } = getBillingRules(db)
  const issue = { ...nextNumber(db, replaced, today), issuedOn: today, logo: clinic.logo, hides, billingAddress }
  const bill = composeSuperbill(visits, issue)
  const id = DocumentId.parse(newId())
  insertDocument(
    db,
    {
      id,
      kind: 'superbill',
      number: issue.number,
      version: issue.version,
      patientId,
      episodeId: oneEpisode(visits),
      issuedAt: clock.now(),
      issuedOn: today,
      from: visits[0]?.serviceOn ?? today,
      to: visits.at(-1)?.serviceOn ?? today,
      total: bill.totals.charges,
      replacesId: replaced?.id ?? null,
      reason,
      content: { paperSize: clinic.paperSize, paper: bill },
    },
    visits.map(visit => visit.invoiceId),
  )
  return getDocument(db, id)
}

function nextNumber(db: Database, replaced: IssuedDocument | null, today: LocalDate): Pick<SuperbillIssue, 'version' | 'replaces'> & { number: string } {
  if (replaced) return { number: replaced.number, version: replaced.version + 1, replaces: replaced.version }
  return { number: paperNumber(db, 'SB', today), version: 1, replaces: null }
}

function oneEpisode(visits: readonly VisitOnPaper[]) {
  const ids = new Set(visits.map(visit => visit.facts.episode?.id ?? null))
  return ids.size === 1 ? (visits[0]?.facts.episode?.id ?? null) : null
}

function refuseIssued(issued: IssuedDocument): never {
  const version = issued.version > 1 ? `, version ${issued.version},` : ''
  throw new DomainError(
    'conflict',
    `These visits are on superbill ${issued.number}${version} of ${formatDate(issued.issuedOn)} already. Print that one again, or issue a corrected version of it.`,
  )
}

function replaceable(db: Database, id: DocumentId, patientId: PatientId): IssuedDocument {
  const document = getDocument(db, id)
  if (document.kind !== 'superbill' || document.patientId !== patientId)
    throw new DomainError('rule_broken', `${document.number} is not a superbill of this patient. Choose the superbill to correct.`)
  if (document.replacedBy !== null) {
    const newer = getDocument(db, document.replacedBy)
    throw new DomainError('conflict', `${document.number} version ${document.version} was replaced by version ${newer.version}. Correct the newest version.`)
  }
  return document
}

function refuseUnchanged(db: Database, replaced: IssuedDocument, { visits, today }: { visits: readonly VisitOnPaper[]; today: LocalDate }) {
  if (differs(db, replaced, draftSuperbill(db, visits, today))) return
  throw new DomainError('rule_broken', `Nothing has changed since ${replaced.number} version ${replaced.version}. Print that one again.`)
}
