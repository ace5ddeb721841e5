import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../lib/dates.ts'
import { PatientId, PractitionerId } from '../lib/ids.ts'
import { WaitlistFields } from './schema.ts'
import { isSameWish, suits } from './suits.ts'
import { fitsWords, wishWords } from './words.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const DANA = PractitionerId.parse(id(1))
const wish = (change: object = {}): WaitlistFields =>
  WaitlistFields.parse({
    patientId: PatientId.parse(id(9)),
    episodeId: null,
    practitionerId: null,
    visitTypeId: null,
    minutes: 60,
    weekdays: [],
    fromTime: null,
    toTime: null,
    earliestOn: null,
    latestOn: null,
    remark: '',
    ...change,
  })

describe('what somebody waits for', () => {
  it.each([
    ['60 min, any time', {}],
    ['60 min, any afternoon', { fromTime: '12:00' }],
    ['60 min, any morning', { toTime: '12:00' }],
    ['60 min, Thu or Fri', { weekdays: [5, 4, 5] }],
    ['60 min, Mon, Wed or Fri, afternoons', { weekdays: [1, 3, 5], fromTime: '12:00' }],
    ['75 min, mornings before 10:00', { minutes: 75, toTime: '10:00' }],
    ['45 min, weekdays, before 3:00 pm', { minutes: 45, weekdays: [1, 2, 3, 4, 5], toTime: '15:00' }],
    ['60 min, weekends, from 4:30 pm', { weekdays: [6, 7], fromTime: '16:30' }],
    ['60 min, Tue, 4:00 to 6:00 pm', { weekdays: [2], fromTime: '16:00', toTime: '18:00' }],
    ['60 min, 10:00 am to 2:00 pm, from Nov 23, until Dec 4', { fromTime: '10:00', toTime: '14:00', earliestOn: '2026-11-23', latestOn: '2026-12-04' }],
  ])('reads “%s”', (words, change) => expect(wishWords(wish(change))).toBe(words))

  it('is the same wish whatever is remarked, in whatever order the days are', () => {
    expect(isSameWish(wish({ weekdays: [4, 5] }), wish({ weekdays: [5, 4], remark: 'Call after 3', episodeId: id(7) }))).toBe(true)
    for (const other of [{ minutes: 45 }, { weekdays: [4] }, { toTime: '12:00' }, { practitionerId: DANA }, { patientId: id(8) }, { latestOn: '2026-12-04' }])
      expect(isSameWish(wish(), wish(other))).toBe(false)
  })
})

describe('a freed time', () => {
  const freed = { startsAt: localDateTime('2026-11-19T16:30'), minutes: 60, practitionerId: DANA }
  const offered = (answer: 'no' | 'waiting' | 'no-answer', startsAt = '2026-11-19T16:30') => ({
    startsAt: localDateTime(startsAt),
    offeredAt: '2026-11-19T16:00:00.000Z' as never,
    answer,
  })
  const isSuited = (change: object = {}, offers: readonly ReturnType<typeof offered>[] = []) => suits({ ...wish(change), offers: [...offers] }, freed)

  it('suits who wants it and has time for it', () => {
    expect(
      [{}, { weekdays: [4] }, { fromTime: '16:30', toTime: '17:30' }, { practitionerId: DANA }, { minutes: 45 }].map(change => isSuited(change)),
    ).not.toContain(false)
    expect([{ earliestOn: '2026-11-19', latestOn: '2026-11-19' }].map(change => isSuited(change))).toEqual([true])
  })
  it('does not suit who wants something else', () => {
    const others = [
      { minutes: 65 },
      { weekdays: [5] },
      { fromTime: '16:35' },
      { toTime: '17:25' },
      { practitionerId: id(2) },
      { earliestOn: '2026-11-20' },
      { latestOn: '2026-11-18' },
    ]
    expect(others.map(change => isSuited(change))).not.toContain(true)
  })
  it('is not offered again to who refused it; who was not reached may be called again', () => {
    expect([offered('no'), offered('no-answer'), offered('waiting'), offered('no', '2026-11-20T16:30')].map(offer => isSuited({}, [offer]))).toEqual([
      false,
      true,
      true,
      true,
    ])
  })
  it('is said as people would', () => {
    const today = localDate('2026-11-19')
    expect(['2026-11-19T16:30', '2026-11-20T09:00', '2026-11-26T16:30'].map(at => fitsWords(localDateTime(at), today))).toEqual([
      'Fits today 4:30 pm',
      'Fits tomorrow 9:00 am',
      'Fits Thu, Nov 26, 4:30 pm',
    ])
  })
})
