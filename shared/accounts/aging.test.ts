import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { agingOf, bucketEnds, bucketOf, oldestBucket } from './aging.ts'

const TODAY = localDate('2026-11-19')

describe('The age of what is owed', () => {
  it.each([
    [0, 'current'],
    [30, 'current'],
    [31, 'days31'],
    [60, 'days31'],
    [61, 'days61'],
    [90, 'days61'],
    [91, 'days91'],
    [4000, 'days91'],
    [-3, 'current'],
  ] as const)('%i days after the visit stands under %s', (days, bucket) => {
    expect(bucketOf(addDays(TODAY, -days), TODAY)).toBe(bucket)
  })

  it('puts every cent into one bucket, the one its ends name', () => {
    const invoice = fc.record({ serviceOn: fc.nat(200).map(days => addDays(TODAY, 5 - days)), balance: fc.integer({ min: 1, max: 90_000 }).map(cents) })
    fc.assert(
      fc.property(fc.array(invoice), open => {
        const aging = agingOf(open, TODAY)
        expect(aging.current + aging.days31 + aging.days61 + aging.days91).toBe(aging.total)
        expect(aging.total).toBe(open.reduce((sum, { balance }) => sum + balance, 0))
        const { over90 } = bucketEnds(TODAY)
        expect(aging.days91).toBe(open.filter(({ serviceOn }) => serviceOn <= over90).reduce((sum, { balance }) => sum + balance, 0))
      }),
    )
  })

  it('names the oldest bucket with something in it', () => {
    const aged = (...days: number[]) =>
      agingOf(
        days.map(age => ({ serviceOn: addDays(TODAY, -age), balance: cents(100) })),
        TODAY,
      )
    expect([oldestBucket(aged()), oldestBucket(aged(3)), oldestBucket(aged(3, 45)), oldestBucket(aged(70, 120))]).toEqual([null, 'current', 'days31', 'days91'])
  })
})
