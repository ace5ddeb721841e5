import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRules, unitsForVisit } from './units.ts'
import { mostUnits, type ServiceBlock } from './units-model.ts'

/** `'124:20 110:7'` → timed blocks of 97124 and 97110. */
const timed = (text: string): ServiceBlock[] =>
  text.split(' ').map(pair => {
    const [code = '', minutes = ''] = pair.split(':')
    return { code: `97${code}`, minutes: Number(minutes), isTimed: true }
  })
const unitsOf = (text: string, rule: 'cms' | 'midpoint' | 'full') =>
  unitsForVisit(timed(text), rule)
    .units.map(service => service.units)
    .join('/')

/** Every worked example of the domain notes: minutes, then units under the 8-minute, midpoint and full-15 rules. */
const EXAMPLES: readonly [minutes: string, cms: string, midpoint: string, full: string][] = [
  ['124:7', '0', '0', '0'],
  ['124:8', '1', '1', '0'],
  ['124:22', '1', '1', '1'],
  ['124:23', '2', '2', '1'],
  ['124:37', '2', '2', '2'],
  ['124:38', '3', '3', '2'],
  ['124:52', '3', '3', '3'],
  ['124:53', '4', '4', '3'],
  ['124:67', '4', '4', '4'],
  ['124:68', '5', '5', '4'],
  ['124:113', '8', '8', '7'],
  ['112:24 110:23', '2/1', '2/2', '1/1'],
  ['112:20 110:20', '2/1', '1/1', '1/1'],
  ['110:33 140:7', '2/1', '2/0', '2/0'],
  ['110:18 140:13 116:10 035:8', '1/1/1/0', '1/1/1/1', '1/0/0/0'],
  ['112:7 110:7 140:7', '1/0/0', '0/0/0', '0/0/0'],
  ['140:8 124:8', '1/0', '1/1', '0/0'],
  ['140:15 124:7', '1/0', '1/0', '1/0'],
  ['140:15 124:8', '1/1', '1/1', '1/0'],
  ['140:30 124:30', '2/2', '2/2', '2/2'],
  ['140:25 124:25', '2/1', '2/2', '1/1'],
  ['140:10 124:12', '0/1', '1/1', '0/0'],
  ['140:5 124:5', '1/0', '0/0', '0/0'],
  ['140:4 124:3', '0/0', '0/0', '0/0'],
  ['140:38 124:7', '3/0', '3/0', '2/0'],
  ['140:28 124:9', '2/0', '2/1', '1/0'],
  ['140:20 124:18 110:7', '1/1/1', '1/1/0', '1/1/0'],
  ['140:8 124:8 112:8', '1/1/0', '1/1/1', '0/0/0'],
  ['140:1 124:29 112:8', '0/2/1', '0/2/1', '0/1/0'],
  ['124:40 112:10 110:5', '3/1/0', '3/1/0', '2/0/0'],
]

describe('worked examples', () => {
  it.each(EXAMPLES)('%s → 8-minute %s, midpoint %s, full %s', (minutes, cms, midpoint, full) => {
    expect([unitsOf(minutes, 'cms'), unitsOf(minutes, 'midpoint'), unitsOf(minutes, 'full')]).toEqual([cms, midpoint, full])
  })

  it.each([
    [8, 22, 1],
    [23, 37, 2],
    [38, 52, 3],
    [53, 67, 4],
    [68, 82, 5],
    [83, 97, 6],
    [98, 112, 7],
    [113, 127, 8],
  ])('one service of %i to %i minutes is %i units', (from, to, units) => {
    expect([unitsOf(`124:${from}`, 'cms'), unitsOf(`124:${to}`, 'cms')]).toEqual([String(units), String(units)])
  })

  it('counts an untimed service once and keeps its minutes out of the sum', () => {
    const visit = unitsForVisit([...timed('124:20'), { code: '97010', minutes: 15, isTimed: false }, { code: '97010', minutes: 5, isTimed: false }], 'cms')
    expect(visit.units.map(({ code, minutes, units }) => [code, minutes, units])).toEqual([
      ['97124', 20, 1],
      ['97010', 20, 1],
    ])
    expect([visit.timedMinutes, visit.totalUnits]).toEqual([20, 2])
  })

  it('adds up blocks of one code in entry order', () => {
    const visit = unitsForVisit(timed('124:10 140:20 124:13'), 'cms')
    expect(visit.units.map(({ code, minutes, units }) => [code, minutes, units])).toEqual([
      ['97124', 23, 2],
      ['97140', 20, 1],
    ])
  })
})

describe('ties', () => {
  it.each([
    ['112:20 110:20', ['97112', '97110'], 1],
    ['112:7 110:7 140:7', ['97112', '97110', '97140'], 1],
    ['140:8 124:8', ['97140', '97124'], 1],
    ['140:8 124:8 112:8', ['97140', '97124', '97112'], 2],
  ])('%s is the clinician’s choice', (minutes, codes, unitsToGive) => {
    expect(unitsForVisit(timed(minutes), 'cms').tie).toEqual({ codes, unitsToGive })
  })

  it('follows the choice, and ignores one that is no tie', () => {
    const chosen = unitsForVisit(timed('112:20 110:20'), 'cms', { tieChoice: ['97110'] })
    expect(chosen.units.map(service => service.units)).toEqual([1, 2])
    const noTie = unitsForVisit(timed('140:28 124:24'), 'cms', { tieChoice: ['97124'] })
    expect([noTie.units.map(service => service.units), noTie.tie]).toEqual([[2, 1], null])
  })

  it('is none where as many units remain as services tie, or where more minutes decide', () => {
    expect(unitsForVisit(timed('140:23 124:23'), 'cms').tie).toEqual({ codes: ['97140', '97124'], unitsToGive: 1 })
    expect(unitsForVisit(timed('140:30 124:30'), 'cms').tie).toBeNull()
    expect(unitsForVisit(timed('140:20 124:35'), 'cms')).toMatchObject({ tie: null, units: [{ units: 1 }, { units: 3 }] })
  })
})

describe('payer limit', () => {
  it('takes the weakest units and says so', () => {
    const visit = unitsForVisit(timed('140:38 124:30'), 'cms', { maxUnitsPerVisit: 4 })
    expect(visit.units.map(service => service.units)).toEqual([2, 2])
    expect(visit).toMatchObject({ totalUnits: 4, capped: true, nextUnitIn: null })
    expect(visit.explanation).toContain('The payer takes at most 4 a visit, so 1 unit is left out.')
  })

  it('is the smaller of visit and day', () => {
    expect([{}, { maxUnitsPerVisit: 4 }, { maxUnitsPerDay: 6 }, { maxUnitsPerVisit: 4, maxUnitsPerDay: 3 }].map(mostUnits)).toEqual([null, 4, 6, 3])
  })

  it('leaves a visit below it alone', () => {
    expect(unitsForVisit(timed('124:52'), 'cms', { maxUnitsPerVisit: 4 })).toMatchObject({ totalUnits: 3, capped: false, nextUnitIn: 1 })
    expect(unitsForVisit(timed('124:60'), 'cms', { maxUnitsPerVisit: 4 })).toMatchObject({ totalUnits: 4, capped: false, nextUnitIn: null })
  })
})

describe('refused minutes', () => {
  it.each([
    ['a fraction', [12.5], 'whole number'],
    ['not a number', [Number.NaN], 'whole number'],
    ['negative', [-1], 'cannot be negative'],
    ['more than 8 hours in one service', [481], 'at most 480'],
    ['a 25-hour visit', [480, 480, 480, 60], 'longer than 24 hours'],
  ])('%s', (_, minutes, sentence) => {
    const blocks = minutes.map((value, place) => ({ code: `9712${place}`, minutes: value, isTimed: true }))
    expect(() => unitsForVisit(blocks, 'cms')).toThrow(sentence)
  })

  it('refuses one code set up in two ways', () => {
    expect(() => unitsForVisit([...timed('124:20'), { code: '97124', minutes: 5, isTimed: false }], 'cms')).toThrow('Make them agree in Settings')
  })
})

describe('services of another length', () => {
  const half = (minutes: number): ServiceBlock => ({ code: 'S9999', name: 'Lymph work', minutes, isTimed: true, minutesPerUnit: 30 })
  it.each([
    [15, 0, 0],
    [16, 1, 0],
    [45, 1, 1],
    [46, 2, 1],
  ])('%i minutes at 30 a unit: %i past the midpoint, %i in full', (minutes, midpoint, full) => {
    expect([unitsForVisit([half(minutes)], 'cms').totalUnits, unitsForVisit([half(minutes)], 'full').totalUnits]).toEqual([midpoint, full])
  })
  it('stay out of the pool', () => {
    expect(unitsForVisit([...timed('124:7'), half(16)], 'cms').units.map(service => service.units)).toEqual([0, 1])
  })
})

const codes = ['97124', '97140', '97112', '97110'] as const
const block = fc.record({ code: fc.constantFrom(...codes), minutes: fc.integer({ min: 0, max: 120 }), isTimed: fc.constant(true) })
const visit = fc.array(block, { minLength: 1, maxLength: 8 })
const rule = fc.constantFrom('cms', 'midpoint', 'full')

describe('whatever the minutes', () => {
  it('the 8-minute rule gives exactly the table’s total, and every full 15 minutes its unit', () => {
    fc.assert(
      fc.property(visit, blocks => {
        const { units, timedMinutes, totalUnits } = unitsForVisit(blocks, 'cms')
        expect(totalUnits).toBe(Math.floor((timedMinutes + 7) / 15))
        for (const service of units) expect([0, 1]).toContain(service.units - Math.floor(service.minutes / 15))
      }),
    )
  })

  it('no minute is lost and more minutes of one service never mean fewer units', () => {
    fc.assert(
      fc.property(visit, rule, fc.integer({ min: 0, max: 60 }), (blocks, chosen, more) => {
        const before = unitsForVisit(blocks, chosen)
        expect(before.timedMinutes).toBe(blocks.reduce((sum, { minutes }) => sum + minutes, 0))
        const first = { code: '97124', minutes: more, isTimed: true }
        expect(unitsForVisit([...blocks, first], chosen).totalUnits).toBeGreaterThanOrEqual(before.totalUnits)
      }),
    )
  })

  it('the order of entry matters only in a tie', () => {
    fc.assert(
      fc.property(visit, rule, (blocks, chosen) => {
        const forward = unitsForVisit(blocks, chosen)
        const backward = unitsForVisit(blocks.toReversed(), chosen)
        expect(backward.totalUnits).toBe(forward.totalUnits)
        const byCode = (units: typeof forward.units) => Object.fromEntries(units.map(service => [service.code, service.units]))
        if (forward.tie === null) expect(byCode(backward.units)).toEqual(byCode(forward.units))
        else expect(backward.tie?.codes.toSorted()).toEqual(forward.tie.codes.toSorted())
      }),
    )
  })

  it('one more unit comes exactly after the minutes promised', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), rule, (minutes, chosen) => {
        const now = unitsForVisit(timed(`124:${minutes}`), chosen)
        const wait = now.nextUnitIn ?? 0
        expect(unitsForVisit(timed(`124:${minutes + wait}`), chosen).totalUnits).toBe(now.totalUnits + 1)
        expect(unitsForVisit(timed(`124:${minutes + wait - 1}`), chosen).totalUnits).toBe(now.totalUnits)
      }),
    )
  })

  it('a tie choice moves units but never makes any, and a limit always holds', () => {
    fc.assert(
      fc.property(visit, fc.shuffledSubarray([...codes]), fc.integer({ min: 1, max: 8 }), (blocks, tieChoice, maxUnitsPerVisit) => {
        const plain = unitsForVisit(blocks, 'cms')
        expect(unitsForVisit(blocks, 'cms', { tieChoice }).totalUnits).toBe(plain.totalUnits)
        expect(unitsForVisit(blocks, 'cms', { maxUnitsPerVisit }).totalUnits).toBe(Math.min(plain.totalUnits, maxUnitsPerVisit))
      }),
    )
  })
})

it('neither rule is always the lower one', () => {
  const totals = (text: string) => Object.values(compareRules(timed(text))).map(({ totalUnits }) => totalUnits)
  expect(totals('110:33 140:7')).toEqual([3, 2, 2])
  expect(totals('112:24 110:23')).toEqual([3, 4, 2])
})
