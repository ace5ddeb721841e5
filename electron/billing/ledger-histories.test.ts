import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MoneyClinic, moneyClinic } from '../testing/money-clinic.ts'
import { type Counts, liveHistory } from '../testing/money-histories.ts'

let clinic: MoneyClinic
beforeAll(async () => {
  clinic = await moneyClinic({ checksAnswers: true })
})
afterAll(() => clinic.remove())

// The long form, with a hundred thousand: npm run reliability -- money
it('keeps every cent in random histories of the desk, by a recompute from the entries', async () => {
  const counts: Counts = new Map()
  const firstSeed = Date.now() % 1_000_000
  for (let seed = firstSeed; seed < firstSeed + 12; seed += 1) expect(await liveHistory(clinic, seed, { steps: 16, counts, looks: 'each step' })).toEqual([])
  const all = [...counts.values()]
  expect(counts.size).toBeGreaterThanOrEqual(10)
  expect(all.reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(40)
}, 60_000)
