import { isDeepStrictEqual } from 'node:util'
import { superbillObstacle } from '../../shared/billing/readiness.ts'
import type { ChargedVisit } from '../../shared/documents/charged-visit.ts'
import { composeSuperbill } from '../../shared/documents/compose-superbill.ts'
import type { IssuedDocument, SuperbillPreview } from '../../shared/documents/schema.ts'
import { Superbill } from '../../shared/documents/superbill.ts'
import { visitsObstacle } from '../../shared/documents/superbill-obstacle.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { chargedVisits, type VisitOnPaper } from './charged-visits.ts'
import { readinessOf } from './readiness-of-visits.ts'
import { findFrozenPaper, findSuperbillOf } from './repository.ts'

/** Whose visits, first and last day included. */
export type PatientRange = { readonly patientId: PatientId; readonly from: LocalDate; readonly to: LocalDate }

/** What a superbill for these days would hold, what an insurer would object to, and whether it was issued already. Throws `invalid_input` where the range ends before it begins. */
export function previewSuperbill({ db, clock }: Services, range: PatientRange): SuperbillPreview {
  checkRange(range)
  const visits = chargedVisits(db, range)
  const issued = findIssued(db, range.patientId, visits)
  const lines = visits.flatMap(visit => visit.lines)
  const readiness = readinessOf(db, visits)
  const obstacle = visitsObstacle(visits) ?? superbillObstacle(readiness)
  return {
    visits: visits.length,
    lines: lines.length,
    total: sumCents(lines.map(line => line.charge)),
    paid: sumCents(visits.flatMap(visit => visit.payments.map(payment => payment.amount))),
    readiness,
    obstacle,
    issued,
    differsFromIssued: issued !== null && visitsObstacle(visits) === null && differs(db, issued, draftSuperbill(db, visits, clock.today())),
    path: `papers/superbill/${range.patientId}_${range.from}_${range.to}.pdf`,
  }
}

/** Throws `invalid_input` where the range ends before it begins. */
export function checkRange({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }) {
  if (to < from) {
    const sentence = `The last day (${formatDate(to)}) is before the first (${formatDate(from)}).`
    throw new DomainError('invalid_input', sentence, { to: sentence })
  }
}

/** The newest superbill that holds exactly these visits; null where none does. */
export function findIssued(db: Database, patientId: PatientId, visits: readonly VisitOnPaper[]): IssuedDocument | null {
  if (visits.length === 0) return null
  return findSuperbillOf(
    db,
    patientId,
    visits.map(visit => visit.appointmentId),
  )
}

/** A superbill as it would be issued today, without a number. Throws `rule_broken` where it cannot be. */
export function draftSuperbill(db: Database, visits: readonly ChargedVisit[], today: LocalDate): Superbill {
  const { superbillHides: hides, billingAddress } = getBillingRules(db)
  return composeSuperbill(visits, { number: null, version: 1, replaces: null, issuedOn: today, logo: getClinic(db).logo, hides, billingAddress })
}

/** Whether the records now say something else than an issued superbill, leaving aside its number, version, dates, logo, and how the clinic is reached or prints. */
export function differs(db: Database, issued: IssuedDocument, draft: Superbill): boolean {
  const frozen = findFrozenPaper(db, issued.id)
  return frozen === undefined || !isDeepStrictEqual(substance(Superbill.parse(frozen.paper)), substance(draft))
}

// The phone stands among the billing facts too.
const REACHED_BY = /^(Phone|Fax|E-mail) /

function substance(bill: Superbill): unknown {
  const { number: _number, version: _version, replaces: _replaces, issuedOn: _issuedOn, hides: _hides, ...rest } = bill
  const { name, lines } = bill.letterhead
  const billing = { ...bill.billing, addressLines: [] }
  return { ...rest, billing, letterhead: { name, address: lines.filter(line => !REACHED_BY.test(line)) }, signature: { ...bill.signature, on: '' } }
}
