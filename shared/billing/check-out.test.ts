import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideCheckOut } from './check-out.ts'
import { block, earlier, facts, PAYER } from './check-out-sample.ts'
import type { ChargedEarlier } from './units-in-day.ts'

const unitsOf = (given: Parameters<typeof facts>[0]) => Object.fromEntries(decideCheckOut(facts(given)).lines.map(line => [line.code, line.units]))

describe('what a visit is charged', () => {
  it('one line per code with the fee of the day, modifiers, pointers and regions in words', () => {
    const { lines, total, explanation } = decideCheckOut(
      facts({
        blocks: [block('97124', 30, { modifiers: ['59'] }), block('97140', 12), block('97124', 10, { regions: ['upper-back'], modifiers: ['59'] })],
        payer: { ...PAYER, autoModifiers: ['GP', '59'] },
        letters: ['A', 'B', 'C', 'D', 'E'],
      }),
    )
    expect(lines).toMatchObject([
      {
        code: '97124',
        minutes: 40,
        units: 2,
        unitFee: 4200,
        charge: 8400,
        modifiers: ['59', 'GP'],
        pointers: ['A', 'B', 'C', 'D'],
        regionWords: 'Neck and upper back',
      },
      { code: '97140', minutes: 12, units: 1, charge: 4200, modifiers: ['GP', '59'], regionWords: 'Neck', placeOfService: '11' },
    ])
    expect(total).toBe(12_600)
    expect(explanation).toContain('52 hands-on minutes = 3 units')
  })
  it('keeps at most four modifiers', () => {
    const [line] = decideCheckOut(
      facts({
        blocks: [block('97124', 30, { modifiers: ['59', 'XS', '76'] })],
        payer: { ...PAYER, autoModifiers: ['GP', 'GA'] },
      }),
    ).lines
    expect(line?.modifiers).toEqual(['59', 'XS', '76', 'GP'])
  })
  it('refuses where nothing can be charged, with the reason', () => {
    expect(() => decideCheckOut(facts({ blocks: [block('97124', 7)] }))).toThrow('7 hands-on minutes are too few to charge a unit under the 8-minute rule.')
    expect(() => decideCheckOut(facts({ blocks: [block('97124', 14)], payer: { ...PAYER, unitRule: 'full' } }))).toThrow('under the full-unit rule')
    expect(() => decideCheckOut(facts({ blocks: [block('97124', 0), block('97010', 0)] }))).toThrow('The note has no hands-on minutes yet.')
    expect(() => decideCheckOut(facts({ fees: new Map() }))).toThrow('Massage has no fee on Nov 19, 2026.')
  })
  it('leaves out untimed services without minutes and counts the others once', () => {
    expect(unitsOf({ blocks: [block('97124', 20), block('97010', 0)] })).toEqual({ 97124: 1 })
    expect(unitsOf({ blocks: [block('97124', 20), block('97010', 15)] })).toEqual({ 97124: 1, 97010: 1 })
  })
})

describe('a second visit on the same day', () => {
  it.each([
    ['the day earns one more unit than both visits alone', [earlier('97124', 20, 1)], [block('97124', 7)], { 97124: 1 }],
    ['minutes already charged are not charged again', [earlier('97124', 52, 3)], [block('97124', 23)], { 97124: 2 }],
    ['another code takes what the day has left', [earlier('97124', 8, 1)], [block('97140', 14), block('97124', 1)], { 97140: 1 }],
    ['an untimed service counts once a day', [earlier('97010', 10, 1), earlier('97124', 15, 1)], [block('97010', 10), block('97124', 15)], { 97124: 1 }],
  ] as const)('%s', (_, chargedEarlier, blocks, expected) => {
    expect(unitsOf({ chargedEarlier, blocks: [...blocks] })).toEqual(expected)
  })
  it('is refused where the day is charged up', () => {
    expect(() => unitsOf({ chargedEarlier: [earlier('97124', 8, 1)], blocks: [block('97140', 14)] })).toThrow('Nothing is left to charge for this visit.')
  })
  it('says how the day was counted', () => {
    expect(decideCheckOut(facts({ chargedEarlier: [earlier('97124', 52, 3)], blocks: [block('97124', 23)] })).explanation).toBe(
      'Not the patient’s first visit that day, and the 8-minute rule counts the day as one. 75 hands-on minutes of the day = 5 units; 3 charged on INV-2026-0007, 2 now.',
    )
  })
  it('proves the hands-on units alone, and says what counts once a day', () => {
    const { explanation } = decideCheckOut(
      facts({ chargedEarlier: [earlier('97124', 20, 1), earlier('97010', 15, 1)], blocks: [block('97124', 20), block('97010', 10)] }),
    )
    expect(explanation).toContain('40 hands-on minutes of the day = 3 units; 1 charged on INV-2026-0007, 2 now.')
    expect(explanation).toContain('was charged that day already: it counts once a day.')
  })
  it.each(['midpoint', 'full'] as const)('counts an untimed service once a day under the %s rule too', unitRule => {
    const payer = { ...PAYER, unitRule }
    const chargedEarlier = [earlier('97010', 15, 1)]
    expect(unitsOf({ chargedEarlier, blocks: [block('97124', 20), block('97010', 10)], payer })).toEqual({ 97124: 1 })
    expect(() => unitsOf({ chargedEarlier, blocks: [block('97010', 10)], payer })).toThrow('Nothing is left to charge for this visit.')
  })
  it('is counted alone under rules that pool nothing', () => {
    expect(
      unitsOf({
        chargedEarlier: [earlier('97124', 20, 1)],
        blocks: [block('97124', 22)],
        payer: { ...PAYER, unitRule: 'full' },
      }),
    ).toEqual({ 97124: 1 })
  })
  it('never charges more than the minutes of the whole day allow', () => {
    const minutes = fc.integer({ min: 1, max: 90 })
    const code = fc.constantFrom('97124', '97140', '97110')
    const visit = fc.array(fc.tuple(code, minutes), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(visit, visit, (first, second) => {
        const chargeOf = (blocks: readonly (readonly [string, number])[], chargedEarlier: ChargedEarlier[]) => {
          try {
            return decideCheckOut(facts({ blocks: blocks.map(([each, count]) => block(each, count)), chargedEarlier }))
          } catch {
            return { worked: [], lines: [] }
          }
        }
        const one = chargeOf(first, [])
        const { lines: two } = chargeOf(
          second,
          one.worked.map(service => earlier(service.code, service.minutes, service.units)),
        )
        const day = [...one.worked.map(service => service.minutes), ...second.map(([, count]) => count)].reduce((sum, count) => sum + count, 0)
        const charged = [...one.lines, ...two].reduce((sum, line) => sum + line.units, 0)
        expect(charged).toBeLessThanOrEqual(Math.floor((day + 7) / 15))
        for (const line of two) expect(line.charge).toBe(line.units * line.unitFee)
      }),
      { numRuns: 500 },
    )
  })
})
