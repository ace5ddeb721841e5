import { type Cents, cents, sumCents } from '../lib/money.ts'
import { allocatePayments } from './allocate-payments.ts'
import type { ChargedVisit } from './charged-visit.ts'
import type { ClaimLine, ClaimSheet } from './claim-form.ts'
import { DIAGNOSES_A_FORM, LINES_A_FORM } from './claim-form-boxes.ts'
import { letterDiagnoses, pointersOf } from './superbill-diagnoses.ts'

/** Charged visits as sheets of the claim form, in order of date: six lines each, and a new row of diagnoses where more than twelve would be needed. */
export function claimSheets(visits: readonly ChargedVisit[]): ClaimSheet[] {
  const inOrder = visits.toSorted((a, b) => a.serviceOn.localeCompare(b.serviceOn))
  return byDiagnoses(inOrder).flatMap(together => {
    const lettered = letterDiagnoses(together.map(({ facts }) => facts.diagnoses))
    const lines = merged(together.flatMap(visit => linesOf(visit, lettered)))
    const diagnoses = lettered.map(({ code }) => code.replaceAll('.', ''))
    return chunks(lines).map(chunk => ({ diagnoses, lines: chunk, total: sum(chunk, 'charge'), paid: sum(chunk, 'paid') }))
  })
}

const sum = (lines: readonly ClaimLine[], what: 'charge' | 'paid'): Cents => sumCents(lines.map(line => line[what]))

function byDiagnoses(visits: readonly ChargedVisit[]): ChargedVisit[][] {
  const groups: { visits: ChargedVisit[]; codes: Set<string> }[] = []
  for (const visit of visits) {
    const own = visit.facts.diagnoses.map(({ code }) => code)
    const last = groups.at(-1)
    const codes = new Set([...(last?.codes ?? []), ...own])
    if (last && codes.size <= DIAGNOSES_A_FORM) {
      last.visits.push(visit)
      last.codes = codes
    } else groups.push({ visits: [visit], codes: new Set(own) })
  }
  return groups.map(group => group.visits)
}

function linesOf(visit: ChargedVisit, lettered: ReturnType<typeof letterDiagnoses>): ClaimLine[] {
  const received = visit.payments.map(({ amount, paidOn }) => ({ amount, paidOn, method: '' }))
  const shares = allocatePayments(
    visit.lines.map(line => line.charge),
    received,
  )
  return visit.lines.map((line, index) => ({
    serviceOn: visit.serviceOn,
    placeOfService: line.placeOfService,
    code: line.code,
    modifiers: line.modifiers.slice(0, 4),
    pointers: pointersOf(line.pointers, visit.facts.diagnoses, lettered),
    units: line.units,
    charge: line.charge,
    paid: cents(shares[index]?.paid ?? 0),
  }))
}

/** Two equal lines of one date are refused as a duplicate: their units and amounts go together. */
function merged(lines: readonly ClaimLine[]): ClaimLine[] {
  const found = new Map<string, ClaimLine>()
  for (const line of lines) {
    const key = JSON.stringify([line.serviceOn, line.code, line.modifiers, line.pointers, line.placeOfService])
    const before = found.get(key)
    found.set(
      key,
      before ? { ...before, units: before.units + line.units, charge: cents(before.charge + line.charge), paid: cents(before.paid + line.paid) } : line,
    )
  }
  return [...found.values()]
}

function chunks(lines: readonly ClaimLine[]): ClaimLine[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_A_FORM) }, (_, i) => lines.slice(i * LINES_A_FORM, (i + 1) * LINES_A_FORM))
}
