import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '../../shared/billing/account.ts'
import type { InvoiceRow } from '../../shared/billing/schema.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { InvoicePanel } from '../billing/invoice-panel.tsx'
import { InvoiceTable } from '../billing/invoice-table.tsx'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { usePrintMoney } from '../ui/ledger-print.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { PackagesHeld } from '../ui/package-held.tsx'
import { usePrintStatement } from '../ui/print-statement.ts'
import { Column, Columns } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Money } from '../ui/words.tsx'
import css from './account.module.css'
import { AccountEntries } from './account-entries.tsx'
import { AccountPayments } from './account-payments.tsx'
import { ReceivePanel } from './account-receive.tsx'
import chart from './chart.module.css'

type View = 'invoices' | 'account'
const VIEWS = [
  { value: 'invoices', label: 'Invoices' },
  { value: 'account', label: 'Account' },
] as const

function Standing({ account }: { account: Account }) {
  return (
    <h2 className={css.sums}>
      {account.owed > 0 ? (
        <span>
          <Money cents={account.owed} /> owed
        </span>
      ) : (
        <span>Nothing owed</span>
      )}
      {account.credit > 0 && <span className={css.credit}>{formatMoney(account.credit)} credit on the account</span>}
    </h2>
  )
}

/** Prints the statement of whoever pays for the patient, with everybody they answer for. */
function StatementButton({ account }: { account: Account }) {
  const statement = usePrintStatement()
  if (account.open.length === 0) return null
  return (
    <>
      <Button kind="text" icon="printer" busy={statement.isBusy} onClick={() => statement.print({ by: 'patient', patientId: account.patientId })}>
        Print statement
      </Button>
      <Problem error={statement.error} />
    </>
  )
}

/** What the patient was charged, paid and owes: the invoices, one of them open beside the list, first the oldest that is owed; or the account entry by entry. */
export function BillingTab({ patientId }: { patientId: PatientId }) {
  const invoices = useQuery(ask('billing.listInvoices', { patientId, show: 'all', before: null }))
  const account = useQuery(ask('billing.getAccount', { patientId }))
  const [view, setView] = useState<View>('invoices')
  const [chosen, setChosen] = useState<InvoiceId | null>(null)
  const [isPaying, setPaying] = useState(false)
  const printing = usePrintMoney()
  const newest = account.data?.payments.find(({ voidedAt }) => voidedAt === null)
  useHotkey({ keys: 'alt+p', label: 'Take payment', run: () => setPaying(true), enabled: account.data !== undefined })
  useHotkey({
    keys: 'alt+r',
    label: 'Print the newest receipt',
    run: () => newest && printing.printReceipt({ paymentId: newest.id }),
    enabled: newest !== undefined && !printing.isBusy,
  })
  const error = invoices.error ?? account.error
  if (error) return <Problem error={error} />
  if (!invoices.data || !account.data) return <Waiting />
  const openInvoice = (id: InvoiceId) => {
    setView('invoices')
    setChosen(id)
  }
  const { rows } = invoices.data
  const selected = rows.find(row => row.id === chosen) ?? rows.findLast(row => row.status === 'open') ?? rows[0]
  return (
    <>
      <Columns template="minmax(0, 1fr) clamp(320px, 36%, 480px)">
        <Column label="Billing" ground="surface" padding="narrow">
          <div className={chart.toolbar}>
            <Standing account={account.data} />
            <StatementButton account={account.data} />
            <Button icon="cash" keys="alt+p" onClick={() => setPaying(true)}>
              Take payment
            </Button>
          </div>
          <div className={css.views}>
            <Segmented label="Show" size="small" value={view} onChange={setView} choices={VIEWS} />
            <div className={css.packages}>
              <PackagesHeld patientId={patientId} />
            </div>
          </div>
          {view === 'invoices' && <Invoices rows={rows} selected={selected?.id ?? null} onOpen={setChosen} />}
          {view === 'account' && <AccountEntries entries={account.data.entries} onOpenInvoice={openInvoice} />}
        </Column>
        <div className={chart.side}>
          {view === 'account' && <AccountPayments account={account.data} printing={printing} />}
          {view === 'invoices' && selected && <InvoicePanel key={selected.id} invoiceId={selected.id} />}
        </div>
      </Columns>
      {isPaying && <ReceivePanel account={account.data} onClose={() => setPaying(false)} />}
    </>
  )
}

function Invoices({ rows, selected, onOpen }: { rows: readonly InvoiceRow[]; selected: InvoiceId | null; onOpen: (id: InvoiceId) => void }) {
  if (rows.length === 0)
    return (
      <Empty title="No invoices yet" icon="receipt">
        An invoice is issued when a visit is checked out.
      </Empty>
    )
  return <InvoiceTable rows={rows} selected={selected} onOpen={row => onOpen(row.id)} hasPatient={false} />
}
