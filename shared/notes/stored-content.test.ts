import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGIONS } from '../body-chart/regions.ts'
import { emptyContent } from './new-content.ts'
import { RomMotion } from './rom.ts'
import { readStoredContent } from './stored-content.ts'

const FAMILIES = ['fever', 'contagious-disease', 'blood-clot', 'pregnancy', 'kidney-or-liver', 'cancer', 'inflammation', 'high-blood-pressure']

// Texts as version 1 let them through: nothing unseen, lines trimmed with single spaces.
const clean = (text: string) => text.toWellFormed().replace(/[\p{Cc}\u202A-\u202E\uFEFF\uFFFD]/gu, '')
const prose = (max: number) => fc.string({ unit: 'grapheme', maxLength: 60 }).map(text => clean(text).slice(0, max).toWellFormed().replaceAll('\uFFFD', ''))
const line = (max: number) =>
  prose(max)
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '')
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const pain = fc.record({
  now: orNull(fc.integer({ min: 0, max: 10 })),
  best: orNull(fc.integer({ min: 0, max: 10 })),
  worst: orNull(fc.integer({ min: 0, max: 10 })),
})
const degrees = orNull(fc.integer({ min: 0, max: 200 }))
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(date => date.toISOString())

const block = fc.record({
  id: fc.uuid({ version: 4 }),
  serviceId: fc.uuid({ version: 4 }),
  code: fc.constantFrom('97124', '97140', '97010'),
  name: line(60),
  isTimed: fc.boolean(),
  minutesPerUnit: fc.integer({ min: 5, max: 60 }),
  modifiers: fc.array(fc.constantFrom('GP', '59', 'XS'), { maxLength: 4 }),
  minutes: fc.integer({ min: 0, max: 480 }),
  regions: fc.array(fc.constantFrom(...REGIONS), { maxLength: 6 }),
  techniques: fc.array(line(80), { maxLength: 12 }),
  runningSince: orNull(moment),
})

/** A note as the first Myodesk saved it. */
const versionOne = fc.record({
  screening: fc.record({
    answers: fc.dictionary(fc.constantFrom(...FAMILIES), fc.constantFrom('no', 'yes')),
    remark: prose(2000),
    overrideReason: prose(1000),
    systolic: orNull(fc.integer({ min: 40, max: 300 })),
    diastolic: orNull(fc.integer({ min: 20, max: 200 })),
  }),
  subjective: prose(8000),
  objective: prose(8000),
  assessment: prose(8000),
  plan: prose(8000),
  homeCare: prose(2000),
  painBefore: pain,
  painAfter: pain,
  activities: fc.array(fc.record({ name: line(80), score: orNull(fc.integer({ min: 0, max: 10 })) }), { maxLength: 5 }),
  rom: fc.array(fc.record({ motion: fc.constantFrom(...RomMotion.options), left: degrees, right: degrees, value: degrees }), { maxLength: 8 }),
  blocks: fc.array(block, { maxLength: 4 }),
  regionReasons: fc.array(fc.record({ region: fc.constantFrom(...REGIONS), reason: line(200) }), { maxLength: 4 }),
  tieChoice: fc.array(fc.constantFrom('97124', '97140'), { maxLength: 3 }),
})

const without = ({ blocks: _blocks, ...rest }: { readonly blocks: unknown }) => rest

describe('a note saved by the first Myodesk', () => {
  it('is read with every value it had, and with today’s other parts empty', () => {
    fc.assert(
      fc.property(versionOne, old => {
        const saved = JSON.parse(JSON.stringify(old))
        const { blocks, ...rest } = readStoredContent(saved)
        expect(rest).toMatchObject({ ...without(saved), strength: [], posture: [], specialTests: [], marks: [], scores: [] })
        expect(rest.screening).toMatchObject({ found: [], temperature: null, isWithheld: false })
        expect(blocks.map(({ spans: _spans, techniques, ...same }) => ({ ...same, techniques: techniques.map(({ name }) => name) }))).toEqual(saved.blocks)
        expect(
          blocks.flatMap(({ techniques }) => techniques).every(({ sites, minutes, response }) => sites.length === 0 && minutes === null && response === ''),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('reads the same again when it was saved in today’s form', () => {
    fc.assert(
      fc.property(versionOne, old => {
        const read = readStoredContent(JSON.parse(JSON.stringify(old)))
        expect(readStoredContent(JSON.parse(JSON.stringify(read)))).toEqual(read)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a note saved today', () => {
  it('is read as it is', () => {
    expect(readStoredContent(JSON.parse(JSON.stringify(emptyContent())))).toEqual(emptyContent())
  })
  it.each([
    [null],
    ['text'],
    [{}],
    [{ ...emptyContent(), unknown: 1 }],
    [{ ...emptyContent(), screening: 'no' }],
    [{ ...emptyContent(), blocks: [7] }],
    [{ ...emptyContent(), blocks: 'x' }],
  ])('is refused where it is none: %j', stored => {
    expect(() => readStoredContent(stored)).toThrow()
  })
})
