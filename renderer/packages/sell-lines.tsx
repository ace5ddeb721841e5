import type { Sale } from '../../shared/billing/sale.ts'
import { IconButton } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Money } from '../ui/words.tsx'
import css from './packages.module.css'
import { type SaleLine, withQuantity } from './sale-lines.ts'

type SellLinesProps = { lines: readonly SaleLine[]; sale: Sale; onChange: (lines: SaleLine[]) => void }

/** What is put on the sale, how many of each, its sales tax and what it comes to. */
export function SellLines({ lines, sale, onChange }: SellLinesProps) {
  return (
    <div>
      <ul className={css.lines}>
        {lines.map((line, index) => {
          const priced = sale.items[index]
          return (
            priced && (
              <li key={line.key}>
                <span className={css.grow}>
                  <span className={css.name}>{priced.name}</span>
                  {priced.tax > 0 && (
                    <span className={css.second}>
                      <Money cents={priced.tax} /> sales tax
                    </span>
                  )}
                </span>
                {line.item.kind === 'product' && (
                  <NumberField
                    label={`How many ${priced.name}`}
                    bare
                    className={css.quantity}
                    min={1}
                    max={999}
                    value={line.item.quantity}
                    onChange={quantity => onChange(lines.map(one => (one === line ? withQuantity(one, Math.min(999, Math.max(1, quantity ?? 1))) : one)))}
                  />
                )}
                <span className={css.amount}>
                  <Money cents={priced.amount} />
                </span>
                <IconButton icon="close" size="small" label={`Take off ${priced.name}`} onClick={() => onChange(lines.filter(one => one !== line))} />
              </li>
            )
          )
        })}
      </ul>
      <div className={css.besideButtons}>
        <Sums tax={sale.tax} total={sale.total} />
      </div>
    </div>
  )
}

/** The sales tax of a sale, where there is any, and what it comes to. */
export function Sums({ tax, total }: Pick<Sale, 'tax' | 'total'>) {
  return (
    <>
      {tax > 0 && (
        <p className={css.sum}>
          <span className={css.grow}>Sales tax</span>
          <Money cents={tax} />
        </p>
      )}
      <p className={css.total}>
        <span className={css.grow}>Total</span>
        <Money cents={total} />
      </p>
    </>
  )
}
