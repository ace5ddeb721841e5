import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnitRule } from '../practice/schema.ts'
import { decideCheckOut } from './check-out.ts'
import { block, earlier, facts, PAYER } from './check-out-sample.ts'
import type { ChargedEarlier } from './units-in-day.ts'

const unitsOf = (given: Parameters<typeof facts>[0]) => Object.fromEntries(decideCheckOut(facts(given)).lines.map(line => [line.code, line.units]))
const explain = (given: Parameters<typeof facts>[0]) => decideCheckOut(facts(given)).explanation

describe('limits of a payer', () => {
  it.each([
    ['a visit', { maxUnitsPerVisit: 2 }, [], { 97124: 2 }, 'The payer takes at most 2 a visit, so 1 unit is left out.'],
    ['a day', { maxUnitsPerDay: 2 }, [], { 97124: 2 }, 'The payer takes at most 2 a day, so 1 unit is left out.'],
    ['the smaller of both', { maxUnitsPerVisit: 3, maxUnitsPerDay: 1 }, [], { 97124: 1 }, 'at most 1 a day, so 2 units are left out.'],
    [
      'what the day has left',
      { maxUnitsPerDay: 4 },
      [earlier('97140', 45, 3)],
      { 97124: 1 },
      'at most 4 a day, and 3 were charged before, so 2 units are left out.',
    ],
    ['nothing where there is room', { maxUnitsPerVisit: 3, maxUnitsPerDay: 6 }, [earlier('97140', 45, 3)], { 97124: 3 }, '3 charged on INV-2026-0007, 3 now.'],
  ] as const)('hold for %s', (_, limits, chargedEarlier, expected, sentence) => {
    const given = { payer: { ...PAYER, ...limits }, chargedEarlier }
    expect(unitsOf(given)).toEqual(expected)
    expect(explain(given)).toContain(sentence)
  })

  it('count untimed services too, and under rules that count each visit alone', () => {
    const payer = { ...PAYER, unitRule: 'full' as const, maxUnitsPerDay: 3 }
    expect(unitsOf({ payer, blocks: [block('97124', 30), block('97010', 10)], chargedEarlier: [earlier('97140', 15, 1)] })).toEqual({ 97124: 2 })
  })

  it('say why nothing is left', () => {
    const given = { payer: { ...PAYER, maxUnitsPerDay: 3 }, chargedEarlier: [earlier('97124', 45, 3)] }
    expect(() => decideCheckOut(facts(given))).toThrow(/^Nothing is left to charge for this visit\. .*at most 3 a day, and 3 were charged before/)
  })
})

describe('minutes of the day that earned nothing yet', () => {
  it.each([
    ['count with those of the second visit', [earlier('97140', 7, 0), earlier('97124', 15, 1)], [block('97140', 8)], { 97140: 1 }],
    ['make the unit neither visit makes', [earlier('97140', 7, 0), earlier('97124', 15, 1)], [block('97140', 1)], { 97140: 1 }],
    ['but not to another code: the day gives it to manual therapy', [earlier('97140', 7, 0), earlier('97124', 15, 1)], [block('97124', 16)], { 97124: 1 }],
  ] as const)('%s', (_, chargedEarlier, blocks, expected) => {
    expect(unitsOf({ chargedEarlier, blocks: [...blocks] })).toEqual(expected)
  })
})

const minutes = fc.integer({ min: 0, max: 70 })
const visit = fc.array(fc.tuple(fc.constantFrom('97124', '97140', '97110', '97010'), minutes), { minLength: 1, maxLength: 4 })
const limit = fc.option(fc.integer({ min: 1, max: 6 }))

describe('whatever two visits of a day hold', () => {
  it('neither the rule of the whole day nor a limit is passed, and the table says what is charged', () => {
    const charge = (one: readonly (readonly [string, number])[], payer: typeof PAYER, chargedEarlier: ChargedEarlier[]) => {
      try {
        return decideCheckOut(facts({ blocks: one.map(([code, count]) => block(code, count)), payer, chargedEarlier }))
      } catch {
        return { lines: [], worked: [], ruleTable: null }
      }
    }
    const total = (lines: readonly { readonly units: number }[]) => lines.reduce((sum, { units }) => sum + units, 0)
    fc.assert(
      fc.property(visit, visit, fc.constantFrom(...UnitRule.options), limit, limit, (first, second, unitRule, maxUnitsPerVisit, maxUnitsPerDay) => {
        const payer = { ...PAYER, unitRule, maxUnitsPerVisit, maxUnitsPerDay }
        const one = charge(first, payer, [])
        const two = charge(
          second,
          payer,
          one.worked.map(service => ({ ...service, number: 'INV-2026-0007', modifiers: [] })),
        )
        for (const { lines, ruleTable } of [one, two]) {
          expect(total(lines)).toBeLessThanOrEqual(maxUnitsPerVisit ?? Number.POSITIVE_INFINITY)
          if (ruleTable) expect(ruleTable.rules.find(rule => rule.isChosen)?.total).toBe(total(lines))
        }
        const day = [...one.lines, ...two.lines]
        expect(total(day)).toBeLessThanOrEqual(maxUnitsPerDay ?? Number.POSITIVE_INFINITY)
        expect(day.filter(({ code }) => code === '97010').length).toBeLessThanOrEqual(1)
        const worked = [...one.worked, ...second.map(([code, count]) => ({ code, minutes: count }))].filter(({ code }) => code !== '97010')
        const hands = worked.reduce((sum, service) => sum + service.minutes, 0)
        if (unitRule === 'cms') expect(total(day.filter(({ code }) => code !== '97010'))).toBeLessThanOrEqual(Math.floor((hands + 7) / 15))
      }),
      { numRuns: 600 },
    )
  })
})
