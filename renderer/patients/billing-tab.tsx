import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import { InvoicePanel } from '../billing/invoice-panel.tsx'
import { InvoiceTable } from '../billing/invoice-table.tsx'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { Money } from '../ui/words.tsx'
import css from './chart.module.css'

/** What the patient was charged, paid and owes; one invoice stands open beside the list, first the oldest that is owed. */
export function BillingTab({ patientId }: { patientId: PatientId }) {
  const invoices = useQuery(ask('billing.listInvoices', { patientId, show: 'all', before: null }))
  const [chosen, setChosen] = useState<InvoiceId | null>(null)
  const side = useRef<HTMLDivElement>(null)
  const rows = invoices.data?.rows ?? []
  const oldestOpen = rows.findLast(row => row.status === 'open')
  const selected = rows.find(row => row.id === chosen) ?? oldestOpen ?? rows[0]
  const pay = () => {
    if (selected?.status !== 'open') setChosen(oldestOpen?.id ?? null)
    requestAnimationFrame(() => side.current?.querySelector<HTMLInputElement>('input[name=payment]')?.focus())
  }
  useHotkey({ keys: 'alt+p', label: 'Take payment', run: pay, enabled: oldestOpen !== undefined })
  if (invoices.error) return <Problem error={invoices.error} />
  if (!invoices.data) return <Waiting />
  return (
    <Columns template="minmax(0, 1fr) clamp(320px, 36%, 480px)">
      <Column label="Invoices" ground="surface" padding="narrow">
        <div className={css.toolbar}>
          <h2>
            {oldestOpen ? (
              <>
                <Money cents={invoices.data.openTotal} /> owed
              </>
            ) : (
              'Nothing owed'
            )}
          </h2>
          {oldestOpen && (
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
          <InvoiceTable rows={rows} selected={selected?.id ?? null} onOpen={row => setChosen(row.id)} hasPatient={false} />
        )}
      </Column>
      <div ref={side} className={css.side}>
        {selected && <InvoicePanel key={selected.id} invoiceId={selected.id} />}
      </div>
    </Columns>
  )
}
