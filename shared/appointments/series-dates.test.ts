import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, ClockTime, clockOf, dayOf, daysBetween, localDate, localDateTime, mondayOf, weekdayOf } from '../lib/dates.ts'
import { isInRhythm, placesOf, type SeriesRhythm, withMoves } from './series-dates.ts'
import type { Rhythm } from './series-schema.ts'

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
] as const

const time = (text: string) => ClockTime.parse(text)
const weekly = (weekdays: number[], everyWeeks = 1): Rhythm => ({ kind: 'weekly', weekdays, everyWeeks })
const daysOf = (given: Partial<SeriesRhythm>, skipped: number[] = []) =>
  placesOf({ firstOn: localDate('2026-11-24'), time: time('10:00'), rhythm: weekly([2]), count: 3, ...given }, skipped).map(({ startsAt }) => dayOf(startsAt))

describe('the days of a series', () => {
  it.each([
    ['Tuesdays', weekly([2]), ['2026-11-24', '2026-12-01', '2026-12-08']],
    ['every other Tuesday', weekly([2], 2), ['2026-11-24', '2026-12-08', '2026-12-22']],
    ['Mondays and Thursdays from a Tuesday on', weekly([1, 4]), ['2026-11-26', '2026-11-30', '2026-12-03']],
    ['Mondays of every second week, counted from the week of the first day', weekly([1], 2), ['2026-12-07', '2026-12-21', '2027-01-04']],
    ['every 3 days', { kind: 'every-days' as const, days: 3 }, ['2026-11-24', '2026-11-27', '2026-11-30']],
  ])('follow %s', (_, rhythm, days) => {
    expect(daysOf({ rhythm })).toEqual(days)
  })
  it('keep weekdays named twice or out of order apart once', () => {
    expect(daysOf({ rhythm: weekly([4, 2, 4]) })).toEqual(['2026-11-24', '2026-11-26', '2026-12-01'])
  })
  it('make up at the end for a skipped place, whose number nobody else takes', () => {
    const places = placesOf({ firstOn: localDate('2026-11-19'), time: time('10:00'), rhythm: weekly([4]), count: 3 }, [2])
    expect(places).toEqual([
      { place: 1, startsAt: '2026-11-19T10:00' },
      { place: 3, startsAt: '2026-12-03T10:00' },
      { place: 4, startsAt: '2026-12-10T10:00' },
    ])
  })
  it('take a chosen time for one place and leave the others', () => {
    const places = placesOf({ firstOn: localDate('2026-11-19'), time: time('10:00'), rhythm: weekly([4]), count: 3 })
    const moved = withMoves(places, [
      { place: 2, startsAt: localDateTime('2026-11-25T14:00') },
      { place: 40, startsAt: localDateTime('2026-11-25T15:00') },
    ])
    expect(moved.map(({ startsAt }) => startsAt)).toEqual(['2026-11-19T10:00', '2026-11-25T14:00', '2026-12-03T10:00'])
  })
  it('end with the calendar', () => {
    expect(daysOf({ firstOn: localDate('2199-12-24') })).toEqual(['2199-12-24', '2199-12-31'])
    expect(placesOf({ firstOn: localDate('2199-12-31'), time: time('10:00'), rhythm: weekly([1]), count: 3 })).toEqual([])
  })
})

const anyRhythm = fc.oneof(
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    everyWeeks: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constant('every-days' as const), days: fc.integer({ min: 1, max: 90 }) }),
)
const twoDigits = (value: number) => String(value).padStart(2, '0')
// A series may begin on any day of ten years; 52 weekly visits of the last one run into the eleventh.
const anySeries = fc
  .record({ day: fc.integer({ min: 0, max: 3652 }), minute: fc.integer({ min: 0, max: 1439 }), rhythm: anyRhythm, count: fc.integer({ min: 1, max: 52 }) })
  .map(
    ({ day, minute, rhythm, count }): SeriesRhythm => ({
      firstOn: addDays(localDate('2026-01-01'), day),
      time: time(`${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`),
      rhythm,
      count,
    }),
  )
const anySkips = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 })

describe('any series', () => {
  it('has the asked number of visits at one clock time, each later than the one before and in the rhythm', () => {
    fc.assert(
      fc.property(anySeries, anySkips, (series, skipped) => {
        const places = placesOf(series, skipped)
        expect(places).toHaveLength(series.count)
        for (const [index, { place, startsAt }] of places.entries()) {
          const previous = places[index - 1]
          expect(clockOf(startsAt)).toBe(series.time)
          expect(isInRhythm(dayOf(startsAt), series)).toBe(true)
          expect(skipped).not.toContain(place)
          if (previous) expect(startsAt > previous.startsAt && place > previous.place).toBe(true)
        }
      }),
      { numRuns: 80 },
    )
  })
  it('leaves no day of its rhythm out between two visits but those skipped', () => {
    fc.assert(
      fc.property(anySeries, ({ firstOn, time: at, rhythm, count }) => {
        const places = placesOf({ firstOn, time: at, rhythm, count: Math.min(count, 8) })
        const last = places.at(-1)
        const days = Array.from({ length: daysBetween(firstOn, dayOf(last?.startsAt ?? localDateTime(`${firstOn}T00:00`))) + 1 }, (_, index) =>
          addDays(firstOn, index),
        )
        const expected = days.filter(day =>
          rhythm.kind === 'every-days'
            ? daysBetween(firstOn, day) % rhythm.days === 0
            : rhythm.weekdays.includes(weekdayOf(day)) && daysBetween(mondayOf(firstOn), mondayOf(day)) % (7 * rhythm.everyWeeks) === 0,
        )
        expect(places.map(({ startsAt }) => dayOf(startsAt))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
  it('keeps its places when some are skipped', () => {
    fc.assert(
      fc.property(anySeries, anySkips, (series, skipped) => {
        const whole = new Map(placesOf({ ...series, count: series.count + skipped.length }).map(({ place, startsAt }) => [place, startsAt]))
        for (const { place, startsAt } of placesOf(series, skipped)) expect(whole.get(place)).toBe(startsAt)
      }),
      { numRuns: 40 },
    )
  })
})

const offsetMinutes = (at: Temporal.ZonedDateTime) => at.offsetNanoseconds / 60e9

describe.each(ZONES)('ten years of clocks in %s', zone => {
  it('keep the wall time of every visit; moments differ by the days and the change of offset, to the minute', () => {
    fc.assert(
      // Between 3 and 23 o’clock no clock of these zones changes: every wall time there exists once.
      fc.property(anySeries, series => {
        const asked = { ...series, time: time(`${twoDigits(3 + (Number(series.time.slice(0, 2)) % 20))}:${series.time.slice(3)}`) }
        const moments = placesOf(asked).map(({ startsAt }) => Temporal.PlainDateTime.from(startsAt).toZonedDateTime(zone))
        for (const [index, moment] of moments.entries()) {
          const previous = moments[index - 1]
          expect(moment.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(asked.time)
          if (!previous) continue
          const days = previous.toPlainDate().until(moment.toPlainDate()).days
          const minutes = (moment.epochMilliseconds - previous.epochMilliseconds) / 60_000
          expect(minutes).toBe(days * 1440 + offsetMinutes(previous) - offsetMinutes(moment))
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('a weekly series over a whole decade', () => {
  it.each(ZONES)('keeps Tuesdays at 10:00 in %s', zone => {
    const changes = new Set<number>()
    for (let year = 2026; year < 2036; year += 1) {
      for (const { startsAt } of placesOf({ firstOn: localDate(`${year}-01-01`), time: time('10:00'), rhythm: weekly([2]), count: 52 })) {
        const moment = Temporal.PlainDateTime.from(startsAt).toZonedDateTime(zone)
        expect([moment.hour, moment.minute, moment.dayOfWeek]).toEqual([10, 0, 2])
        changes.add(offsetMinutes(moment))
      }
    }
    // Phoenix and Honolulu do not change their clocks; elsewhere both offsets were met.
    expect(changes.size).toBe(zone === 'America/Phoenix' || zone === 'Pacific/Honolulu' ? 1 : 2)
  })
})
