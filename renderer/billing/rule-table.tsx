import type { RuleTable } from '../../shared/billing/schema.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './rule-table.module.css'

/** The minutes of the visit under each unit rule, the payer’s own marked: what the sentence above it says, to be checked at a glance. */
export function RulesCompared({ table: { rules, rows } }: { table: RuleTable }) {
  if (rows.length === 0) return null
  return (
    <table className={css.rules}>
      <caption className={css.unseen}>Minutes to units under each rule</caption>
      <thead>
        <tr>
          <th scope="col">Minutes</th>
          {rules.map(({ rule, words, isChosen }) => (
            <th key={rule} scope="col" className={cx(isChosen && css.chosen)}>
              {isChosen && <Icon name="check" size={12} />}
              {words.replace(' rule', '')}
              {isChosen && <span className={css.unseen}>, the payer’s rule</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, minutes, isTimed, units }) => (
          <tr key={code}>
            <th scope="row">
              {name} {minutes}
              {!isTimed && ', once a day'}
            </th>
            {units.map((count, place) => (
              <td key={rules[place]?.rule} className={cx(rules[place]?.isChosen && css.chosen)}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {rows.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">Units</th>
            {rules.map(({ rule, total, isChosen }) => (
              <td key={rule} className={cx(isChosen && css.chosen)}>
                {total}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
