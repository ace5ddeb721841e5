import { BillingRules, USUAL_BILLING_RULES } from '../../shared/practice/billing-rules.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** How the clinic bills; the usual values where it chose none, also for a rule that was added after it chose. */
export function getBillingRules(db: Database): BillingRules {
  const row = statement<Record<string, never>, { rules: string }>(db, 'SELECT rules FROM billing_rules WHERE id = 1').get({})
  return row ? BillingRules.strip().parse({ ...USUAL_BILLING_RULES, ...JSON.parse(row.rules) }) : USUAL_BILLING_RULES
}

/** Keeps how the clinic bills from now on. */
export function writeBillingRules(db: Database, rules: BillingRules) {
  statement(db, 'INSERT OR REPLACE INTO billing_rules (id, rules) VALUES (1, :rules)').run({ rules: JSON.stringify(rules) })
}
