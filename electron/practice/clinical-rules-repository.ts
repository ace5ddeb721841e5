import { ClinicalRules, USUAL_RULES } from '../../shared/practice/clinical-rules.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** The clinic’s limits for screening, letters and measures; the usual ones where it set none. */
export function getRules(db: Database): ClinicalRules {
  const row = statement<Record<string, never>, { rules: string }>(db, 'SELECT rules FROM clinical_rules WHERE id = 1').get({})
  return row ? ClinicalRules.parse({ ...USUAL_RULES, ...JSON.parse(row.rules) }) : USUAL_RULES
}

/** Keeps the clinic’s limits from now on; notes already signed stay as they were judged. */
export function writeRules(db: Database, rules: ClinicalRules) {
  statement(db, 'INSERT OR REPLACE INTO clinical_rules (id, rules) VALUES (1, :rules)').run({ rules: JSON.stringify(rules) })
}
