import { type Payer, UnitRule } from '../practice/schema.ts'
import type { RuleTable } from './schema.ts'
import { type DayFacts, unitsInDay } from './units-in-day.ts'
import { mergeByCode, type ServiceBlock } from './units-model.ts'

/** The rule of a payer in words, as check-out shows it. */
export const RULE_WORDS = { cms: '8-minute rule', midpoint: 'midpoint rule', full: 'full-unit rule' } as const satisfies Record<UnitRule, string>

/** The minutes of a visit under each rule, with the payer’s own marked. Each column counts the day and keeps the payer’s limits, as the charge does. */
export function ruleTable(blocks: readonly ServiceBlock[], facts: DayFacts & { readonly payer: Pick<Payer, 'unitRule'> }): RuleTable {
  const counted = UnitRule.options.map(rule => ({ rule, unitsOf: unitsInDay(blocks, rule, facts).unitsOf }))
  return {
    rules: counted.map(({ rule, unitsOf }) => ({
      rule,
      words: RULE_WORDS[rule],
      isChosen: rule === facts.payer.unitRule,
      total: [...unitsOf.values()].reduce((sum, units) => sum + units, 0),
    })),
    rows: mergeByCode(blocks).map(({ code, name, minutes, isTimed }) => ({
      code,
      name,
      minutes,
      isTimed,
      units: counted.map(({ unitsOf }) => unitsOf.get(code) ?? 0),
    })),
  }
}
