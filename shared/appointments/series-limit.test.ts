import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, type EpisodeVisit, type PrescriptionTerms } from '../episodes/coverage.ts'
import { addDays, ClockTime, localDate, localDateTime } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'
import { placesOf } from './series-dates.ts'
import { placeNumbers, type SeriesLimits, stopSeries, visitsLeft } from './series-limit.ts'

const rxId = (number: number) => PrescriptionId.parse(`00000000-0000-4000-8000-00000000000${number}`)
const rx = (given: Partial<PrescriptionTerms> = {}): PrescriptionTerms => ({
  id: rxId(1),
  writtenOn: localDate('2026-10-01'),
  expiresOn: localDate('2026-12-31'),
  visits: 6,
  visitsUsedBefore: 0,
  ...given,
})
const booked = (...days: string[]): EpisodeVisit[] => days.map(day => ({ id: day, startsAt: localDateTime(`${day}T09:00`), status: 'booked' }))
const limits = (given: Partial<SeriesLimits> = {}): SeriesLimits => ({
  prescriptions: [],
  visits: [],
  plannedVisits: null,
  rules: { today: localDate('2026-11-19'), noShowUsesVisit: false },
  ...given,
})
const tuesdays = (count: number, firstOn = '2026-11-24') =>
  placesOf({ firstOn: localDate(firstOn), time: ClockTime.parse('10:00'), rhythm: { kind: 'weekly', weekdays: [2], everyWeeks: 1 }, count })
const stop = (count: number, given: Partial<SeriesLimits>) => {
  const { places, stoppedBecause } = stopSeries(tuesdays(count), limits(given))
  return [places.length, stoppedBecause]
}

describe('a series stops', () => {
  it.each<[string, number, Partial<SeriesLimits>, number, string | null]>([
    ['nowhere without plan and prescription', 52, {}, 52, null],
    ['nowhere while the prescription lasts', 6, { prescriptions: [rx()] }, 6, null],
    [
      'at the visits left',
      6,
      { prescriptions: [rx()], visits: booked('2026-11-10', '2026-11-17') },
      4,
      'The prescription covers 6 visits; 2 are taken, so 4 can be booked.',
    ],
    ['at visits done elsewhere', 6, { prescriptions: [rx({ visitsUsedBefore: 1 })] }, 5, 'The prescription covers 6 visits; 1 is taken, so 5 can be booked.'],
    ['at a number nobody has begun to use', 7, { prescriptions: [rx({ expiresOn: null })] }, 6, 'The prescription covers 6 visits, so 6 can be booked.'],
    [
      'at once where nothing is left',
      2,
      { prescriptions: [rx({ visits: 1 })], visits: booked('2026-11-10') },
      0,
      'The prescription covers 1 visit; 1 is taken, so none can be booked.',
    ],
    [
      'for a later visit that is booked already',
      6,
      { prescriptions: [rx({ visits: 3 })], visits: booked('2026-12-20') },
      2,
      'The prescription covers 3 visits; 1 is taken, so 2 can be booked.',
    ],
    ['at the expiry', 6, { prescriptions: [rx({ expiresOn: localDate('2026-12-12') })] }, 3, 'The prescription expires Dec 12: 3 of 6 visits fit before.'],
    [
      'at once after the expiry',
      2,
      { prescriptions: [rx({ expiresOn: localDate('2026-11-12') })] },
      0,
      'The prescription expired Nov 12: no visit fits before.',
    ],
    [
      'at the plan without a prescription',
      6,
      { plannedVisits: 6, visits: booked('2026-11-10', '2026-11-17') },
      4,
      'The plan is for 6 visits; 2 are taken, so 4 can be booked. Change the plan to book more.',
    ],
    ['not at the plan where a prescription counts', 6, { plannedVisits: 2, prescriptions: [rx()] }, 6, null],
    [
      'after the last of two prescriptions',
      10,
      { prescriptions: [rx({ visits: 2 }), rx({ id: rxId(2), visits: 3, writtenOn: localDate('2026-11-20') })] },
      5,
      'The prescriptions cover 5 visits, so 5 can be booked.',
    ],
    ['nowhere where the prescription names no number', 5, { prescriptions: [rx({ visits: null })] }, 5, null],
  ])('%s', (_, count, given, places, sentence) => {
    expect(stop(count, given)).toEqual([places, sentence])
  })
  it('does not count cancelled visits, nor no-shows unless the clinic does', () => {
    const visits: EpisodeVisit[] = [
      { id: 'a', startsAt: localDateTime('2026-11-03T09:00'), status: 'cancelled' },
      { id: 'b', startsAt: localDateTime('2026-11-10T09:00'), status: 'no-show' },
    ]
    expect(stop(6, { prescriptions: [rx()], visits })).toEqual([6, null])
    const counting = { today: localDate('2026-11-19'), noShowUsesVisit: true }
    expect(stop(6, { prescriptions: [rx()], visits, rules: counting })).toEqual([5, 'The prescription covers 6 visits; 1 is taken, so 5 can be booked.'])
  })
  it('leaves visits between two prescriptions to the warnings', () => {
    const two = [rx({ expiresOn: localDate('2026-11-26') }), rx({ id: rxId(2), writtenOn: localDate('2026-12-05') })]
    expect(stop(4, { prescriptions: two })).toEqual([4, null])
  })
})

describe('numbers of planned visits', () => {
  it('follow the visits there are, in order of time', () => {
    const given = limits({ prescriptions: [rx()], visits: booked('2026-11-17', '2026-11-26') })
    expect([...placeNumbers(tuesdays(3), given).values()]).toEqual(['visit 2 of 6', 'visit 4 of 6', 'visit 5 of 6'])
  })
  it('count the episode without a prescription, of the plan where there is one', () => {
    expect([...placeNumbers(tuesdays(1), limits({ visits: booked('2026-11-17') })).values()]).toEqual(['visit 2'])
    expect([...placeNumbers(tuesdays(1), limits({ plannedVisits: 4 })).values()]).toEqual(['visit 1 of 4'])
  })
})

describe('visits left for a series', () => {
  it('are those of the prescription that nobody booked, but no more than the plan', () => {
    expect(visitsLeft(limits())).toBeUndefined()
    expect(visitsLeft(limits({ prescriptions: [rx()], visits: booked('2026-11-24') }))).toBe(5)
    expect(visitsLeft(limits({ prescriptions: [rx()], plannedVisits: 4 }))).toBe(4)
    expect(visitsLeft(limits({ plannedVisits: 8, visits: booked('2026-11-24') }))).toBe(7)
    expect(visitsLeft(limits({ prescriptions: [rx({ visits: 1 })], visits: booked('2026-11-24') }))).toBe(0)
    // A renewed prescription outlives a plan that is fulfilled.
    expect(visitsLeft(limits({ prescriptions: [rx({ visits: 2 })], plannedVisits: 1, visits: booked('2026-11-24') }))).toBe(1)
    expect(visitsLeft(limits({ prescriptions: [rx({ expiresOn: localDate('2026-11-01') })] }))).toBeUndefined()
  })
})

const anyTerms = fc
  .record({
    written: fc.integer({ min: -60, max: 40 }),
    days: fc.option(fc.integer({ min: 5, max: 200 })),
    visits: fc.option(fc.integer({ min: 1, max: 12 })),
    before: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ written, days, visits, before }) => {
    const writtenOn = addDays(localDate('2026-11-19'), written)
    return rx({ writtenOn, expiresOn: days === null ? null : addDays(writtenOn, days), visits, visitsUsedBefore: before })
  })

describe('whatever is prescribed and booked', () => {
  it('a stopped series leaves nobody uncovered whom it found covered, and books as many as it can', () => {
    fc.assert(
      fc.property(anyTerms, fc.uniqueArray(fc.integer({ min: -30, max: 60 }), { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (terms, days, count) => {
        const given = limits({ prescriptions: [terms], visits: booked(...days.map(day => addDays(localDate('2026-11-19'), day))) })
        const asked = tuesdays(count).filter(({ startsAt }) => startsAt.slice(0, 10) >= terms.writtenOn)
        const { places, stoppedBecause } = stopSeries(asked, given)
        const uncoveredWith = (kept: number) => {
          const own = asked.slice(0, kept).map(({ place, startsAt }) => ({ id: `own ${place}`, startsAt, status: 'booked' as const }))
          return [...coverageOf<string>([terms], [...given.visits, ...own], given.rules).visits.values()].filter(({ isCovered }) => !isCovered).length
        }
        expect(uncoveredWith(places.length)).toBe(uncoveredWith(0))
        expect(stoppedBecause === null).toBe(places.length === asked.length)
        if (stoppedBecause !== null) expect(uncoveredWith(places.length + 1)).toBeGreaterThan(uncoveredWith(0))
      }),
      { numRuns: 200 },
    )
  })
})
