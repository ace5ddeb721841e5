import { type Cents, cents } from '../lib/money.ts'
import type { SuperbillLine } from './superbill.ts'

/**
 * One line per service and date, as insurers read them: two visits of a day with the same code, modifiers, pointers and place become one line, with their
 * units, charges and payments together. Two equal lines of one date are refused as a duplicate.
 */
export function mergeLines(lines: readonly SuperbillLine[]): SuperbillLine[] {
  const merged = new Map<string, SuperbillLine>()
  for (const line of lines) {
    const key = JSON.stringify([line.serviceOn, line.code, line.modifiers, line.pointers, line.placeOfService])
    const before = merged.get(key)
    merged.set(key, before ? together(before, line) : line)
  }
  return [...merged.values()]
}

function together(first: SuperbillLine, second: SuperbillLine): SuperbillLine {
  return {
    ...first,
    units: first.units + second.units,
    charge: added(first.charge, second.charge),
    paid: added(first.paid, second.paid),
    paidOn: later(first.paidOn, second.paidOn),
    method: [...new Set([first.method, second.method].filter(words => words !== '').flatMap(words => words.split(', ')))].join(', '),
  }
}

const added = (a: Cents, b: Cents): Cents => cents(a + b)

function later<T extends string>(a: T | null, b: T | null): T | null {
  return a === null || (b !== null && b > a) ? b : a
}
