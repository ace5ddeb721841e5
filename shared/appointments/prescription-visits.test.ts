import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../lib/dates.ts'
import { AppointmentId, PrescriptionId } from '../lib/ids.ts'
import { type CountedEpisode, type CountedOrder, numberVisits, orderInForce, prescriptionUse } from './prescription-visits.ts'
import type { AppointmentStatus } from './schema.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const order = (n: number, given: Partial<Omit<CountedOrder, 'id'>> = {}): CountedOrder => ({
  id: PrescriptionId.parse(id(n)),
  writtenOn: localDate('2026-10-01'),
  expiresOn: localDate('2026-12-12'),
  visits: 6,
  visitsUsedBefore: 0,
  ...given,
})
const visits = (...list: readonly (readonly [day: string, status: AppointmentStatus])[]) =>
  list.map(([day, status], index) => ({ id: AppointmentId.parse(id(100 + index)), startsAt: localDateTime(`${day}T10:00`), status }))
const episode = (given: Partial<CountedEpisode>): CountedEpisode => ({ orders: [order(1)], visits: [], noShowUsesVisit: false, plannedVisits: null, ...given })
const numbersOf = (given: CountedEpisode) => given.visits.map(visit => numberVisits(given).get(visit.id)?.number ?? null)
const today = localDate('2026-11-19')

const course = visits(
  ['2026-10-22', 'checked-out'],
  ['2026-10-29', 'cancelled'],
  ['2026-11-05', 'no-show'],
  ['2026-11-12', 'finished'],
  ['2026-11-19', 'in-session'],
  ['2026-12-03', 'booked'],
)

describe('numbers of visits', () => {
  it('leaves out cancelled visits always, and missed ones unless the clinic counts them', () => {
    expect(numbersOf(episode({ visits: course }))).toEqual([1, null, null, 2, 3, 4])
    expect(numbersOf(episode({ visits: course, noShowUsesVisit: true }))).toEqual([1, null, 2, 3, 4, 5])
  })
  it('uses up the older of two overlapping prescriptions first, then goes beyond the newer', () => {
    const orders = [order(2, { writtenOn: localDate('2026-11-01'), visits: 1 }), order(1, { visits: 2 })]
    const done = visits(['2026-10-22', 'finished'], ['2026-11-05', 'finished'], ['2026-11-12', 'finished'], ['2026-11-19', 'booked'])
    expect([...numberVisits(episode({ orders, visits: done })).values()].map(({ orderId, number }) => [orderId?.at(-1), number])).toEqual([
      ['1', 1],
      ['1', 2],
      ['2', 1],
      ['2', 2],
    ])
  })
  it('counts within the episode where no prescription covers the day', () => {
    expect(numbersOf(episode({ orders: [], visits: course, plannedVisits: 6 }))).toEqual([1, null, null, 2, 3, 4])
    expect(
      numberVisits(episode({ visits: visits(['2026-12-20', 'booked']) }))
        .values()
        .next().value,
    ).toEqual({ orderId: null, number: 1, allowed: null })
  })
})

describe('use of a prescription', () => {
  it('counts done, under way and booked visits', () => {
    expect(prescriptionUse(order(1), episode({ visits: course }), today)).toEqual({
      prescriptionId: id(1),
      allowed: 6,
      used: 2,
      hasVisitToday: true,
      booked: 1,
      expiresOn: '2026-12-12',
      state: 'active',
      words: '2 of 6 visits · expires Dec 12',
    })
  })
  it.each([
    [{ visitsUsedBefore: 2 }, 'low', '4 of 6 visits · expires Dec 12'],
    [{ expiresOn: localDate('2026-12-03') }, 'low', '2 of 6 visits · expires Dec 3'],
    [{ expiresOn: localDate('2026-12-04') }, 'active', '2 of 6 visits · expires Dec 4'],
    [{ visitsUsedBefore: 4 }, 'used-up', '6 of 6 visits · expires Dec 12'],
    [{ expiresOn: localDate('2026-11-18') }, 'expired', '2 of 6 visits · expired Nov 18'],
    [{ visits: null, expiresOn: null }, 'active', '2 visits'],
  ] as const)('%j is %s', (given, state, words) => {
    const own = order(1, given)
    expect(prescriptionUse(own, episode({ orders: [own], visits: course }), today)).toMatchObject({ state, words })
  })
  it('goes by the newest prescription when none covers the day', () => {
    const orders = [order(1, { expiresOn: localDate('2026-10-30') }), order(2, { writtenOn: localDate('2026-10-15'), expiresOn: localDate('2026-11-10') })]
    expect(orderInForce(episode({ orders }), today)?.id).toBe(id(2))
    expect(orderInForce(episode({ orders: [] }), today)).toBeUndefined()
  })
})
