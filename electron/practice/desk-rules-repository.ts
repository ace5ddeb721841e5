import { DeskRules, USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** How the front desk works; the usual values where the clinic chose none, also for a rule that was added after it chose. */
export function getDeskRules(db: Database): DeskRules {
  const row = statement<Record<string, never>, { rules: string }>(db, 'SELECT rules FROM desk_rules WHERE id = 1').get({})
  return row ? DeskRules.strip().parse({ ...USUAL_DESK_RULES, ...JSON.parse(row.rules) }) : USUAL_DESK_RULES
}

/** Keeps how the front desk works from now on. */
export function writeDeskRules(db: Database, rules: DeskRules) {
  statement(db, 'INSERT OR REPLACE INTO desk_rules (id, rules) VALUES (1, :rules)').run({ rules: JSON.stringify(rules) })
}
