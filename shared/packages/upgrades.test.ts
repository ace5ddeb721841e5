import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { PackageTypeId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import type { PackageType } from './schema.ts'
import { type Upgradable, upgradeObstacle, upgradesOf } from './upgrades.ts'

const today = localDate('2026-11-19')
const type = (count: number, given: Partial<PackageType> = {}): PackageType => ({
  id: PackageTypeId.parse(`00000000-0000-4000-8000-${String(count).padStart(12, '0')}`),
  name: `Package ${count}`,
  counts: 'visits',
  amount: count,
  price: cents(count * 8000),
  monthsValid: 6,
  isShared: false,
  isActive: true,
  ...given,
})
const three: Upgradable = {
  name: 'Three visits',
  counts: 'visits',
  amount: 3,
  price: 24_000,
  listPrice: cents(24_000),
  carriedAmount: 0,
  carriedValue: 0,
  usedAmount: 2,
  usedShare: 16_000,
  usedValue: 16_000,
  state: 'usable',
  expiresOn: localDate('2027-01-31'),
  isShared: false,
}
const names = (one: Upgradable, types: PackageType[]) => upgradesOf(one, types, today).map(({ name }) => name)

describe('the packages one can become', () => {
  it('are larger, dearer, of the same kind, still sold, and shared where this one is; the smallest first', () => {
    const types = [type(10), type(6), type(3), type(5, { price: cents(24_000) }), type(8, { isActive: false }), type(12, { counts: 'minutes' })]
    expect(names(three, types)).toEqual(['Package 6', 'Package 10'])
    expect(names({ ...three, isShared: true }, types)).toEqual([])
    expect(names({ ...three, isShared: true }, [type(6, { isShared: true })])).toEqual(['Package 6'])
  })
  it('say the difference and what is then left, and never shorten the time', () => {
    expect(upgradesOf(three, [type(6)], today)).toMatchObject([{ difference: 24_000, words: '6 visits · 4 visits left after it · expires May 19, 2027' }])
    const [sooner] = upgradesOf(three, [type(6, { monthsValid: 1 })], today)
    expect(sooner?.words).toContain('expires Jan 31, 2027')
    const [never] = upgradesOf({ ...three, expiresOn: null }, [type(6)], today)
    expect(never?.words).toContain('does not expire')
  })
  it('are none for one that is over, unpaid or expired', () => {
    for (const state of ['unpaid', 'expired', 'ended', 'upgraded', 'void'] as const) {
      expect(names({ ...three, state }, [type(6)])).toEqual([])
      expect(upgradeObstacle({ ...three, state })).toContain('Three visits')
    }
    expect(names({ ...three, state: 'used-up', usedAmount: 3 }, [type(6)])).toEqual(['Package 6'])
  })
})
