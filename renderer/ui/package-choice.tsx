import { useId } from 'react'
import type { UsablePackage } from '../../shared/billing/schema.ts'
import type { PackageId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { cx } from './cx.ts'
import css from './package-choice.module.css'

type PackageChoiceProps = {
  packages: readonly UsablePackage[]
  chosen: PackageId | null
  /** Null: the visit is paid otherwise. */
  onChoose: (chosen: PackageId | null) => void
}

const whatItPays = ({ value, discount, left }: UsablePackage) =>
  [`Pays ${formatMoney(value)}`, discount > 0 ? `${formatMoney(discount)} let go` : '', `then ${left}`].filter(Boolean).join(' · ')

/** Which package pays a visit, or none. Those that cannot say why. Shows nothing where the patient has none. */
export function PackageChoice({ packages, chosen, onChoose }: PackageChoiceProps) {
  const name = useId()
  if (packages.length === 0) return null
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>Package</legend>
      {packages.map(one => (
        <label key={one.id} className={cx(css.choice, chosen === one.id && css.on)}>
          <input type="radio" name={name} checked={chosen === one.id} disabled={one.obstacle !== null} onChange={() => onChoose(one.id)} />
          <span>
            <span className={css.name}>{one.ownerName === '' ? one.name : `${one.name} of ${one.ownerName}`}</span>
            <span className={css.second}>{one.words}</span>
            <span className={css.second}>{one.obstacle ?? whatItPays(one)}</span>
          </span>
        </label>
      ))}
      <label className={cx(css.choice, chosen === null && css.on)}>
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        <span className={css.name}>No package</span>
      </label>
    </fieldset>
  )
}
