import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invoice, Payment } from '../../shared/billing/schema.ts'
import type { InvoiceId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { DateText, Money } from '../ui/words.tsx'
import css from './chart.module.css'
import { VoidPanel } from './void-panel.tsx'

const METHODS = { card: 'Card', cash: 'Cash', check: 'Check', hsa: 'HSA card', other: 'Other' } as const satisfies Record<Payment['method'], string>

type Voiding = { kind: 'invoice' } | { kind: 'payment'; payment: Payment }

/** One invoice as it was charged, with its payments; what is wrong is voided with a reason, never changed. */
export function InvoiceDetail({ invoiceId }: { invoiceId: InvoiceId }) {
  const found = useQuery(ask('billing.getInvoice', { invoiceId }))
  const [voiding, setVoiding] = useState<Voiding | null>(null)
  if (found.error) return <Problem error={found.error} />
  if (!found.data) return <Waiting />
  const invoice = found.data
  const standing = invoice.payments.filter(payment => payment.voidedAt === null)
  return (
    <>
      <Section title={invoice.number} note={<DateText day={invoice.serviceOn} form="weekday" />}>
        {invoice.status === 'void' && <Problem tone="care" error={{ message: `Void: ${invoice.voidReason}` }} />}
        <Charges invoice={invoice} />
        <p className={css.second}>{invoice.explanation}</p>
        <div className={css.actions}>
          <ButtonLink size="small" to="/checkout/$appointmentId" params={{ appointmentId: invoice.appointmentId }}>
            Open visit
          </ButtonLink>
          {invoice.status !== 'void' && (
            <Button kind="text" size="small" onClick={() => setVoiding({ kind: 'invoice' })}>
              Void invoice
            </Button>
          )}
        </div>
      </Section>
      <Section title="Payments">
        {invoice.payments.length === 0 && <p className={css.second}>None yet.</p>}
        <ul>
          {invoice.payments.map(payment => (
            <PaymentRow key={payment.id} payment={payment} onVoid={() => setVoiding({ kind: 'payment', payment })} />
          ))}
        </ul>
      </Section>
      {voiding && <Void voiding={voiding} invoice={invoice} hasPayments={standing.length > 0} onClose={() => setVoiding(null)} />}
    </>
  )
}

function Charges({ invoice }: { invoice: Invoice }) {
  return (
    <div className={css.lines}>
      <Table
        caption="Charges"
        height="charting"
        rows={invoice.lines.map((line, index) => ({ ...line, key: `${line.code} ${index}` }))}
        keyOf={line => line.key}
        columns={[
          { title: 'Code', width: '56px', cell: line => line.code },
          { title: 'Service', cell: line => [line.name, line.regionWords].filter(Boolean).join(', ') },
          { title: 'Units', width: '48px', align: 'right', cell: line => line.units },
          { title: 'Charge', width: '76px', align: 'right', cell: line => <Money cents={line.charge} /> },
        ]}
      />
    </div>
  )
}

function PaymentRow({ payment, onVoid }: { payment: Payment; onVoid: () => void }) {
  const isVoid = payment.voidedAt !== null
  return (
    <li className={css.payment}>
      <span>
        <span className={cx(isVoid && css.void)}>{[METHODS[payment.method], payment.reference].filter(Boolean).join(', ')}</span>
        <span className={css.second}>
          {' '}
          · <DateText day={payment.paidOn} form="short" />
          {isVoid && ` · void: ${payment.voidReason}`}
        </span>
      </span>
      <span className={cx(isVoid && css.void)}>
        <Money cents={payment.amount} />
      </span>
      {!isVoid && (
        <Button kind="text" size="small" label={`Void payment of ${formatMoney(payment.amount)}`} onClick={onVoid}>
          Void
        </Button>
      )}
    </li>
  )
}

type VoidProps = { voiding: Voiding; invoice: Invoice; hasPayments: boolean; onClose: () => void }

function Void({ voiding, invoice, hasPayments, onClose }: VoidProps) {
  const voidInvoice = useCommand('billing.voidInvoice')
  const voidPayment = useCommand('billing.voidPayment')
  if (voiding.kind === 'payment') {
    const { payment } = voiding
    return (
      <VoidPanel
        title={`Void payment of ${formatMoney(payment.amount)}`}
        words="The payment stays on record, struck through, with the reason. What is owed grows by its amount."
        placeholder="Entered twice"
        send={reason => voidPayment.mutateAsync({ paymentId: payment.id, reason })}
        onClose={onClose}
      />
    )
  }
  const words = hasPayments
    ? 'This invoice has payments. Void those first, then the invoice.'
    : 'Its number stays on record. The visit can be checked out again under a new number.'
  return (
    <VoidPanel
      title={`Void ${invoice.number}`}
      words={words}
      placeholder="Wrong minutes"
      send={reason => voidInvoice.mutateAsync({ invoiceId: invoice.id, reason })}
      onClose={onClose}
    />
  )
}
