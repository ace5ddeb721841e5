import { statement } from '../db/statement.ts'
import { answerProblems, moneyProblems } from './money-checks.ts'
import type { MoneyClinic } from './money-clinic.ts'
import { chanceFrom, stepByChance } from './money-steps.ts'

/** How many steps of a history were done and refused, by request. */
export type Counts = Map<string, { done: number; refused: number }>

const SIZE = `SELECT (SELECT count(*) FROM ledger) || ' ' || (SELECT count(*) FROM payments) || ' ' || (SELECT count(*) FROM invoices) || ' '
                  || (SELECT coalesce(sum(paid_cents * 3 + reduced_cents), 0) FROM invoices) || ' ' || (SELECT count(*) FROM package_uses) AS size`

/**
 * Lives one random history of money through the real router and looks at it independently, at its end or after each step; then everything is undone, numbers
 * included, for the next one. Returns what is wrong, in words; empty where nothing is. The same seed gives the same history.
 */
export async function liveHistory(
  clinic: MoneyClinic,
  seed: number,
  { steps, counts, looks }: { steps: number; counts: Counts; looks: 'each step' | 'at the end' },
): Promise<string[]> {
  const { db, invoke, errors } = clinic
  const chance = chanceFrom(seed)
  const unforeseen = errors.length
  const size = () => statement<object, { size: string }>(db, SIZE).get({})?.size
  const problems: string[] = []
  db.exec('BEGIN IMMEDIATE')
  try {
    for (let done = 0; done < steps && problems.length === 0; done += 1) {
      const { channel, input } = stepByChance(clinic, chance)
      const before = size()
      const answer = await invoke(channel, input)
      const count = counts.get(channel) ?? { done: 0, refused: 0 }
      counts.set(channel, answer.ok ? { ...count, done: count.done + 1 } : { ...count, refused: count.refused + 1 })
      const said = `after step ${done + 1}, ${channel} ${JSON.stringify(input)}`
      if (!answer.ok && before !== size()) problems.push(`Refused, but changed: ${said}`)
      if (!answer.ok && (answer.error.code === 'unexpected' || errors.length > unforeseen))
        problems.push(`${answer.error.message} ${errors.at(-1) ?? ''}: ${said}`)
      if (answer.ok && looks === 'each step') problems.push(...moneyProblems(clinic).map(problem => `${problem}: ${said}`))
    }
    if (problems.length === 0) problems.push(...moneyProblems(clinic), ...(await answerProblems(clinic)))
  } finally {
    db.exec('ROLLBACK')
  }
  return problems.map(problem => `Seed ${seed}: ${problem}`)
}
