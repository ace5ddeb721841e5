import type { LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import { Amount, type Cents, cents, sumCents } from '../lib/money.ts'
import type { OptionalSuperbillField } from '../practice/billing-rules.ts'
import type { Address } from '../practice/schema.ts'
import { allocatePayments } from './allocate-payments.ts'
import type { ChargedVisit } from './charged-visit.ts'
import { mergeLines } from './merge-lines.ts'
import { addressLines } from './paper-words.ts'
import { methodInWords } from './payment-method-words.ts'
import { type Superbill, type SuperbillDiagnosis, type SuperbillLine, superbillStatement } from './superbill.ts'
import { accidentOf, peopleOf, providerName, referralOf, superbillLetterhead } from './superbill-blocks.ts'
import { letterDiagnoses, pointersOf } from './superbill-diagnoses.ts'
import { visitsObstacle } from './superbill-obstacle.ts'

/** What a superbill says of itself. `number` is null in a preview; the logo is the clinic’s present one. */
export type SuperbillIssue = {
  readonly number: string | null
  readonly version: number
  readonly replaces: number | null
  readonly issuedOn: LocalDate
  readonly logo: string
  /** What the clinic leaves out. */
  readonly hides: readonly OptionalSuperbillField[]
  /** Where it differs from the clinic’s own; empty parts where it does not. */
  readonly billingAddress: Address
}

/**
 * The superbill of a patient’s charged visits: a line for each service and date, every figure decided. Who and where are taken from the latest visit.
 * Throws `rule_broken` with the way out where it cannot be made (see `visitsObstacle`).
 */
export function composeSuperbill(visits: readonly ChargedVisit[], issue: SuperbillIssue): Superbill {
  const obstacle = visitsObstacle(visits)
  const inOrder = visits.toSorted((a, b) => a.serviceOn.localeCompare(b.serviceOn))
  const last = inOrder.at(-1)
  if (obstacle !== null || !last) throw new DomainError('rule_broken', obstacle ?? 'Nothing was charged on these dates.')
  const { facts } = last
  const people = peopleOf(facts, last.serviceOn)
  const diagnoses = letterDiagnoses(inOrder.map(visit => visit.facts.diagnoses))
  const lines = mergeLines(inOrder.flatMap(visit => linesOf(visit, diagnoses)))
  const totals = totalsOf(lines, sumCents(visits.map(visit => visit.discount)))
  return {
    letterhead: superbillLetterhead(facts.clinic, issue),
    number: issue.number,
    version: issue.version,
    replaces: issue.replaces,
    issuedOn: issue.issuedOn,
    ...people,
    billing: { ...people.billing, addressLines: addressLines(issue.billingAddress) },
    referral: referralOf(latest(inOrder, visit => visit.facts.prescription)),
    accident: accidentOf(facts),
    diagnoses: [...diagnoses],
    lines,
    totals,
    statement: superbillStatement(totals),
    signature: { isOnFile: facts.practitioner.signatureOnFile, name: providerName(facts), on: issue.issuedOn },
    hides: hiddenOn(inOrder, issue),
  }
}

/** What the clinic leaves out, but for what the payer of one of the visits wants to see. */
function hiddenOn(visits: readonly ChargedVisit[], { hides }: SuperbillIssue): OptionalSuperbillField[] {
  const wanted = new Set<string>(visits.flatMap(({ facts }) => facts.mustCarry))
  return hides.filter(field => !wanted.has(field))
}

function latest<T>(visits: readonly ChargedVisit[], read: (visit: ChargedVisit) => T | null): T | null {
  return visits.reduce<T | null>((found, visit) => read(visit) ?? found, null)
}

function linesOf(visit: ChargedVisit, diagnoses: readonly SuperbillDiagnosis[]): SuperbillLine[] {
  const received = visit.payments.map(payment => ({ amount: payment.amount, paidOn: payment.paidOn, method: methodInWords(payment) }))
  const shares = allocatePayments(
    visit.lines.map(line => line.charge),
    received,
  )
  return visit.lines.map((line, index) => ({
    serviceOn: visit.serviceOn,
    placeOfService: line.placeOfService,
    code: line.code,
    modifiers: line.modifiers.slice(0, 4),
    pointers: pointersOf(line.pointers, visit.facts.diagnoses, diagnoses),
    service: line.name,
    units: line.units,
    charge: Amount.parse(line.charge),
    paid: Amount.parse(shares[index]?.paid ?? 0),
    paidOn: shares[index]?.paidOn ?? null,
    method: shares[index]?.method ?? '',
  }))
}

function totalsOf(lines: readonly SuperbillLine[], discount: Cents): Superbill['totals'] {
  const charges = sumCents(lines.map(line => cents(line.charge)))
  const paid = sumCents(lines.map(line => cents(line.paid)))
  return { charges, discount, paid, balance: cents(charges - discount - paid) }
}
