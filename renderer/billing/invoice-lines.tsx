import type { Invoice } from '../../shared/billing/schema.ts'
import { cents, formatMoney, sumCents } from '../../shared/lib/money.ts'
import { Money } from '../ui/words.tsx'
import css from './billing.module.css'

/** What an invoice charges: its services, or what was sold with its sales tax, and the total. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const tax = sumCents(invoice.items.map(item => item.tax))
  return (
    <ul className={css.lines} aria-label="Charges">
      {invoice.lines.map(line => (
        <li key={`${line.serviceId} ${line.code}`}>
          <span>{line.code}</span>
          <span className={css.grow}>
            {line.name}
            <span className={css.second}>
              {[line.minutes > 0 ? `${line.minutes} min` : '', `${line.units} × ${formatMoney(line.unitFee)}`, line.pointers.join(', ')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <Money cents={line.charge} />
        </li>
      ))}
      {invoice.items.map(item => (
        <li key={`${item.kind} ${item.name} ${item.quantity} ${item.amount}`}>
          <span className={css.grow}>
            {item.name}
            {item.quantity > 1 && (
              <span className={css.second}>
                {item.quantity} × {formatMoney(item.unitPrice)}
              </span>
            )}
          </span>
          <Money cents={item.amount} />
        </li>
      ))}
      {tax > 0 && (
        <li>
          <span className={css.grow}>Sales tax</span>
          <Money cents={cents(tax)} />
        </li>
      )}
      <li className={css.sum}>
        <span className={css.grow}>Total</span>
        <Money cents={invoice.total} />
      </li>
    </ul>
  )
}
