import { moneyClinic } from '../../electron/testing/money-clinic.ts'
import { type Counts, liveHistory } from '../../electron/testing/money-histories.ts'

const STEPS = 10

/** R19: so many random histories of money, 100,000 unless told, each equal to an independent recompute from its entries. Stops at the first that is not. */
export async function liveManyHistories(count = 100_000): Promise<boolean> {
  const clinic = await moneyClinic({ checksAnswers: false })
  const counts: Counts = new Map()
  const began = performance.now()
  const firstSeed = Date.now() % 1_000_000_000
  let problems: string[] = []
  let lived = 0
  while (lived < count && problems.length === 0) {
    problems = await liveHistory(clinic, firstSeed + lived, { steps: STEPS, counts, looks: 'at the end' })
    lived += 1
    if (lived % 5000 === 0) console.log(`${lived.toLocaleString('en-US')} histories …`)
  }
  // Lived once more with a look after each step, to say where it went wrong.
  if (problems.length > 0)
    problems = [...(await liveHistory(clinic, firstSeed + lived - 1, { steps: STEPS, counts: new Map(), looks: 'each step' })), ...problems]
  clinic.remove()
  const seconds = (performance.now() - began) / 1000
  const total = (key: 'done' | 'refused') => [...counts.values()].reduce((sum, each) => sum + each[key], 0).toLocaleString('en-US')
  console.log(
    `${lived.toLocaleString('en-US')} histories from seed ${firstSeed} in ${seconds.toFixed(0)} s: ${total('done')} steps done, ${total('refused')} refused.`,
  )
  for (const [channel, { done, refused }] of [...counts].toSorted(([one], [other]) => one.localeCompare(other)))
    console.log(`  ${channel.padEnd(26)} ${String(done).padStart(9)} done ${String(refused).padStart(9)} refused`)
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? 'Every balance, credit and aging equals its entries; every number is gapless.' : 'Something is wrong.')
  return problems.length === 0
}
