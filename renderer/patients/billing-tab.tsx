import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InvoiceRow } from '../../shared/billing/schema.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { DateText, Money } from '../ui/words.tsx'
import css from './chart.module.css'
import { InvoiceDetail } from './invoice-detail.tsx'
import { TakePaymentPanel } from './take-payment-panel.tsx'

const STATUS = { open: 'Open', paid: 'Paid', void: 'Void' } as const satisfies Record<InvoiceRow['status'], string>

/** What the patient was charged, paid and owes; one invoice stands open beside the list. */
export function BillingTab({ patientId }: { patientId: PatientId }) {
  const invoices = useQuery(ask('billing.listInvoices', { patientId, show: 'all', before: null }))
  const [chosen, setChosen] = useState<InvoiceId | null>(null)
  const [isPaying, setPaying] = useState(false)
  const rows = invoices.data?.rows ?? []
  const oldestOpen = rows.findLast(row => row.status === 'open')
  const selected = rows.find(row => row.id === chosen) ?? oldestOpen ?? rows[0]
  const owed = selected?.status === 'open' ? selected : oldestOpen
  const pay = () => {
    setChosen(owed?.id ?? null)
    setPaying(true)
  }
  useHotkey({ keys: 'alt+p', label: 'Take payment', run: pay, enabled: owed !== undefined })
  if (invoices.error) return <Problem error={invoices.error} />
  if (!invoices.data) return <Waiting />
  return (
    <Columns template="minmax(0, 1fr) clamp(320px, 34%, 440px)">
      <Column label="Invoices" ground="surface" padding="narrow">
        <div className={css.toolbar}>
          <h2>
            {owed ? (
              <>
                <Money cents={invoices.data.openTotal} /> owed
              </>
            ) : (
              'Nothing owed'
            )}
          </h2>
          {owed && (
            <Button icon="cash" keys="alt+p" onClick={pay}>
              Take payment
            </Button>
          )}
        </div>
        {rows.length === 0 ? (
          <Empty title="No invoices yet" icon="receipt">
            An invoice is issued when a visit is checked out.
          </Empty>
        ) : (
          <InvoiceTable rows={rows} selectedId={selected?.id} onChoose={row => setChosen(row.id)} />
        )}
      </Column>
      <Column label="Invoice" padding="narrow">
        {selected && <InvoiceDetail key={selected.id} invoiceId={selected.id} />}
      </Column>
      {isPaying && owed && <TakePaymentPanel key={owed.id} invoice={owed} onClose={() => setPaying(false)} />}
    </Columns>
  )
}

type InvoiceTableProps = { rows: readonly InvoiceRow[]; selectedId: InvoiceId | undefined; onChoose: (row: InvoiceRow) => void }

function InvoiceTable({ rows, selectedId, onChoose }: InvoiceTableProps) {
  return (
    <Table
      caption="Invoices"
      rows={rows}
      keyOf={row => row.id}
      selectedKey={selectedId ?? null}
      onOpen={onChoose}
      onFocusRow={onChoose}
      columns={[
        { title: 'Visit', width: '120px', cell: row => <DateText day={row.serviceOn} /> },
        { title: 'Invoice', cell: row => <span className={cx(row.status === 'void' && css.void)}>{row.number}</span> },
        { title: 'Status', width: '80px', cell: row => STATUS[row.status] },
        { title: 'Charged', width: '92px', align: 'right', cell: row => <Money cents={row.total} /> },
        { title: 'Paid', width: '92px', align: 'right', cell: row => <Money cents={row.paid} /> },
        {
          title: 'Balance',
          width: '92px',
          align: 'right',
          cell: row => (row.status === 'void' ? <span className={css.second}>Void</span> : <Money cents={row.balance} quietZero />),
        },
      ]}
    />
  )
}
