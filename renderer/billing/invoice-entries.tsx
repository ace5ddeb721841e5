import { entryInWords } from '../../shared/billing/ledger-words.ts'
import type { Invoice, LedgerEntry, Payment } from '../../shared/billing/schema.ts'
import type { ReceiptOf } from '../../shared/documents/receipt-of.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ActionMenu, type MenuAction } from '../ui/action-menu.tsx'
import { EntryAmount, EntryWords } from '../ui/ledger-lines.tsx'
import { Section } from '../ui/screen.tsx'
import { Money } from '../ui/words.tsx'
import css from './billing.module.css'
import type { Doing } from './invoice-doing.tsx'

type EntriesProps = {
  invoice: Invoice
  onDo: (doing: Doing) => void
  printing: { printReceipt: (of: ReceiptOf) => void; printCreditNote: (id: LedgerEntry['id']) => void }
}

function paymentActions(payment: Payment, { onDo, printing }: EntriesProps): MenuAction[] {
  return [
    { words: 'Print receipt', run: () => printing.printReceipt({ paymentId: payment.id }) },
    { words: 'Refund…', run: () => onDo({ kind: 'refund', payment }) },
    { words: 'Void payment…', run: () => onDo({ kind: 'void-payment', payment }) },
  ]
}

function actionsOf(entry: LedgerEntry, props: EntriesProps): MenuAction[] {
  const { invoice, onDo, printing } = props
  if (entry.reverses !== null || entry.amount > 0) return []
  const payment = invoice.payments.find(({ id, voidedAt }) => id === entry.paymentId && voidedAt === null)
  if (payment) return paymentActions(payment, props)
  if (entry.kind === 'package')
    return invoice.status === 'void' || entry.isReversed ? [] : [{ words: 'Print receipt', run: () => printing.printReceipt({ invoiceId: invoice.id }) }]
  const print = entry.kind === 'credit-note' ? [{ words: 'Print credit note', run: () => printing.printCreditNote(entry.id) }] : []
  const mayTakeBack = invoice.status !== 'void' && !entry.isReversed && entry.paymentId === null
  return mayTakeBack ? [...print, { words: 'Take back…', run: () => onDo({ kind: 'take-back', entry }) }] : print
}

/** Everything that makes the balance of an invoice, in the order entered: what it did, why, by whom and when. Nothing is edited; an entry is taken back by another. */
export function InvoiceEntries(props: EntriesProps) {
  const { invoice } = props
  return (
    <Section title="Balance" note={invoice.status === 'open' ? `${formatMoney(invoice.balance)} open` : ''}>
      <ul className={css.entries} aria-label="Entries">
        {invoice.entries.map(entry => {
          const words = entryInWords(entry, invoice)
          const actions = actionsOf(entry, props)
          return (
            <li key={entry.id} className={css.entry}>
              <p className={css.grow}>
                <EntryWords words={words} entry={entry} />
              </p>
              {actions.length > 0 && (
                <span className={css.entryMenu}>
                  <ActionMenu label={`More for ${words}`} actions={actions} />
                </span>
              )}
              <EntryAmount cents={entry.amount} isReversed={entry.isReversed} />
            </li>
          )
        })}
        <li className={css.entrySum}>
          <span className={css.grow}>Balance</span>
          <Money cents={invoice.balance} />
        </li>
      </ul>
    </Section>
  )
}
