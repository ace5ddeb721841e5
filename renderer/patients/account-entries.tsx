import { type Account, type AccountLine, accountLines } from '../../shared/billing/account.ts'
import type { InvoiceId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { EntryAmount, EntryWords } from '../ui/ledger-lines.tsx'
import { Empty } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { DateText, Money } from '../ui/words.tsx'
import css from './account.module.css'

type EntriesProps = { entries: Account['entries']; onOpenInvoice: (id: InvoiceId) => void }

// Money moved between the account and an invoice changes nothing of the balance: its size stands in brackets.
const amountOf = ({ moved, amount, isReversed }: AccountLine) =>
  moved === null ? <EntryAmount cents={amount} isReversed={isReversed} /> : <span className={css.moved}>({formatMoney(moved)})</span>

/** Every entry on a patient’s account, the newest first, with how the account stood after it. Below zero is credit. */
export function AccountEntries({ entries, onOpenInvoice }: EntriesProps) {
  const isNarrow = useNarrow()
  if (entries.length === 0)
    return (
      <Empty title="Nothing on the account yet" icon="receipt">
        Charges, payments and credit stand here as they are entered.
      </Empty>
    )
  const invoice = ({ invoiceId, invoiceNumber }: AccountLine) =>
    invoiceId !== null && (
      <button type="button" className={css.invoiceLink} onClick={() => onOpenInvoice(invoiceId)}>
        {invoiceNumber}
      </button>
    )
  return (
    <Table
      caption="Account, newest first"
      rows={accountLines(entries).toReversed()}
      keyOf={entry => entry.id}
      height="tall"
      columns={[
        { title: 'Day', width: '76px', cell: entry => <DateText day={entry.on} form="short" /> },
        { title: 'Entry', cell: entry => <EntryWords words={entry.words} entry={entry} /> },
        ...(isNarrow ? [] : [{ title: 'Invoice', width: '124px', cell: invoice }]),
        { title: 'Amount', align: 'right', width: '96px', cell: entry => amountOf(entry) },
        { title: 'Balance', align: 'right', width: '96px', cell: entry => <Money cents={entry.balanceAfter} quietZero /> },
      ]}
    />
  )
}
