import { describe, expect, it } from 'vitest'
import type { AppointmentStatus } from '../appointments/schema.ts'
import { localDate, localDateTime } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'
import { coverageOf, type EpisodeVisit } from './coverage.ts'
import { seriesOf, visitOfSeries } from './series-words.ts'
import { uncoveredVisits, wordsOfUse } from './use-words.ts'

const rules = { today: localDate('2026-11-19'), noShowUsesVisit: false }
const visit = (day: string, status: AppointmentStatus = 'booked'): EpisodeVisit => ({ id: day, startsAt: localDateTime(`${day}T10:00`), status })
const done = (...days: string[]) => days.map(day => visit(day, 'checked-out'))
const order = (visits: number | null, expiresOn: string | null = '2026-12-12') => ({
  id: PrescriptionId.parse('00000000-0000-4000-8000-000000000001'),
  writtenOn: localDate('2026-10-20'),
  expiresOn: expiresOn === null ? null : localDate(expiresOn),
  visits,
  visitsUsedBefore: 0,
})
const FOUR = done('2026-10-22', '2026-10-29', '2026-11-05', '2026-11-12')

describe('the use of a prescription in words', () => {
  const words = (terms: ReturnType<typeof order>, visits: readonly EpisodeVisit[]) => {
    const [use] = coverageOf([terms], visits, rules).uses
    return use ? wordsOfUse(use) : ''
  }
  it.each([
    ['4 of 6 used', order(6), FOUR],
    ['4 of 6 used, 1 today, 1 booked', order(6), [...FOUR, visit('2026-11-19'), visit('2026-11-26')]],
    ['4 of 6 used, 3 booked: 1 more than prescribed', order(6), [...FOUR, visit('2026-11-20'), visit('2026-11-26'), visit('2026-12-03')]],
    ['4 of 4 used, 1 today: 1 more than prescribed', order(4), [...FOUR, visit('2026-11-19')]],
    ['4 used, 1 booked', order(null), [...FOUR, visit('2026-11-26')]],
  ])('%s', (sentence, terms, visits) => {
    expect(words(terms, visits)).toBe(sentence)
  })
})

describe('visits that no prescription covers', () => {
  const told = (terms: readonly ReturnType<typeof order>[], visits: readonly EpisodeVisit[]) =>
    uncoveredVisits(terms, visits, { coverage: coverageOf(terms, visits, rules), today: rules.today }).map(({ sentence }) => sentence)

  it('are told with their reason', () => {
    expect(told([order(5)], [...FOUR, visit('2026-12-03'), visit('2026-11-26'), visit('2026-12-17')])).toEqual([
      'Dec 3 is visit 6 of 5 prescribed.',
      'Dec 17 comes after the prescription expires (Dec 12).',
    ])
    expect(told([{ ...order(5), writtenOn: localDate('2026-11-25') }], [visit('2026-11-20')])).toEqual([
      'Nov 20 comes before the prescription of Nov 25, 2026.',
    ])
  })

  it('are none where another prescription takes over, none is there, or the visit is over or cancelled', () => {
    const next = { ...order(3, null), id: PrescriptionId.parse('00000000-0000-4000-8000-000000000002'), writtenOn: localDate('2026-11-01') }
    expect(told([order(4), next], [...FOUR, visit('2026-11-26'), visit('2026-12-17')])).toEqual([])
    expect(told([], [visit('2026-11-26')])).toEqual([])
    expect(told([order(1)], [...FOUR, visit('2026-11-26', 'cancelled')])).toEqual([])
  })
})

it.each([
  [null, FOUR, '', false],
  [6, [], '6 visits planned', false],
  [1, [], '1 visit planned', false],
  [6, [visit('2026-11-26')], '0 of 6 done, 1 booked', false],
  [6, FOUR, '4 of 6 done', false],
  [6, [...FOUR, visit('2026-11-19')], '4 of 6 done, today is visit 5', false],
  [6, [...FOUR, visit('2026-11-19'), visit('2026-11-26')], '4 of 6 done, today is visit 5, 1 more booked', false],
  [6, [...FOUR, visit('2026-11-26'), visit('2026-12-03'), visit('2026-12-10')], 'Visit 7 of 6 booked', true],
  [3, FOUR, '4 of 3 done', true],
  [6, [...FOUR, visit('2026-11-26', 'cancelled')], '4 of 6 done', false],
])('a series of %s with its visits is “%s”', (planned, visits, words, isOver) => {
  expect(seriesOf(planned, visits, rules)).toMatchObject({ words, isOver })
})

it('numbers each visit of a series by its own place, whatever the day it is looked at', () => {
  const missed = visit('2026-11-10', 'no-show')
  const visits = [visit('2026-11-26'), visit('2026-11-19', 'in-session'), missed, ...FOUR]
  const told = (id: string, planned: number | null = 6, noShowUsesVisit = false) => visitOfSeries(planned, visits, { id, noShowUsesVisit })
  expect([told('2026-10-22'), told('2026-11-19'), told('2026-11-26', 5), told('2026-11-19', null)]).toEqual([
    'Visit 1 of 6',
    'Visit 5 of 6',
    'Visit 6 of 5',
    'Visit 5',
  ])
  expect([told('2026-11-10'), told('2026-11-10', 6, true), told('2026-11-19', 6, true)]).toEqual(['', 'Visit 4 of 6', 'Visit 6 of 6'])
})
