import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { feeOn, withFee } from './fees.ts'

const fee = (day: string, amount: number) => ({ effectiveFrom: localDate(day), unitFee: cents(amount) })
const fees = [fee('2026-01-01', 3600), fee('2026-07-01', 3900)]

describe('the fee of a date of service', () => {
  it.each([
    ['2025-12-31', 3600],
    ['2026-01-01', 3600],
    ['2026-06-30', 3600],
    ['2026-07-01', 3900],
    ['2030-01-01', 3900],
  ])('on %s is %i cents', (day, amount) => {
    expect(feeOn({ fees }, localDate(day))).toBe(amount)
  })

  it('is replaced by a later entry for the same day, and others stay', () => {
    expect(withFee(fees, fee('2026-07-01', 4000))).toEqual([fee('2026-07-01', 4000), fee('2026-01-01', 3600)])
    expect(withFee(fees, fee('2026-03-01', 3700)).map(one => one.unitFee)).toEqual([3900, 3700, 3600])
  })
})
