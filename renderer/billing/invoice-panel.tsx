import { useQuery } from '@tanstack/react-query'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { InvoiceId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask, useCommand } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { IconButton } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Section } from '../ui/screen.tsx'
import { DateText, Money } from '../ui/words.tsx'
import css from './billing.module.css'
import { InvoiceSuperbill } from './invoice-superbill.tsx'
import { Standing } from './invoice-table.tsx'
import { PaymentRow } from './payment-row.tsx'
import { TakePayment } from './take-payment.tsx'
import { VoidWithReason } from './void-with-reason.tsx'

function Lines({ invoice }: { invoice: Invoice }) {
  return (
    <ul className={css.lines}>
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
      <li className={css.sum}>
        <span className={css.grow}>Total</span>
        <Money cents={invoice.total} />
      </li>
    </ul>
  )
}

function Payments({ invoice, isPrimary }: { invoice: Invoice; isPrimary: boolean }) {
  return (
    <Section title="Payments" note={invoice.status === 'open' ? `${formatMoney(invoice.balance)} open` : ''}>
      {invoice.payments.length === 0 && <p className={css.second}>Nothing was paid yet.</p>}
      <ul className={css.payments}>
        {invoice.payments.map(payment => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
      </ul>
      {invoice.status === 'open' && <TakePayment key={invoice.balance} invoice={invoice} isPrimary={isPrimary} />}
    </Section>
  )
}

function VoidInvoice({ invoice }: { invoice: Invoice }) {
  const voidInvoice = useCommand('billing.voidInvoice')
  if (invoice.status === 'void') return null
  if (invoice.paid > 0) return <p className={css.second}>To void this invoice, void its payments first. Its number stays.</p>
  return (
    <VoidWithReason
      words="Void invoice"
      explanation={`The number stays in the list with the reason. ${
        invoice.kind === 'missed' ? 'The fee is then no longer owed.' : 'The visit can then be checked out again.'
      }`}
      busy={voidInvoice.isPending}
      error={voidInvoice.error}
      onVoid={reason => voidInvoice.mutate({ invoiceId: invoice.id, reason })}
    />
  )
}

/** Whose invoice it is; in a chart, which says so already, the visit it stands for. A missed visit has no check-out to go to. */
function Subject({ invoice, isInChart }: { invoice: Invoice; isInChart: boolean }) {
  const { kind, appointmentId } = invoice
  const words = { visit: 'visit of', missed: 'missed visit of', sale: 'sale of' }[kind]
  if (isInChart && kind === 'visit' && appointmentId !== null) {
    return (
      <TextLink to="/checkout/$appointmentId" params={{ appointmentId }}>
        Visit of
      </TextLink>
    )
  }
  if (isInChart) return words.charAt(0).toUpperCase() + words.slice(1)
  return (
    <>
      <TextLink to="/patients/$patientId" params={{ patientId: invoice.patientId }} search={{ tab: 'billing' }}>
        {invoice.patientName}
      </TextLink>{' '}
      · {words}
    </>
  )
}

/** One invoice in full beside a list: lines, payments, its superbill, and voiding in place. In a chart, which has its own next step, it cannot be closed and its button is not filled. */
export function InvoicePanel({ invoiceId, onClose }: { invoiceId: InvoiceId; onClose?: () => void }) {
  const found = useQuery(ask('billing.getInvoice', { invoiceId }))
  const invoice = found.data
  return (
    <Column label="Invoice" padding="narrow">
      <Problem error={found.error} />
      {!invoice && !found.error && <Waiting />}
      {invoice && (
        <>
          <header className={css.panelHead}>
            <div className={css.grow}>
              <h2>{invoice.number}</h2>
              <p className={css.second}>
                <Subject invoice={invoice} isInChart={onClose === undefined} /> <DateText day={invoice.serviceOn} /> · issued{' '}
                <DateText day={invoice.issuedOn} form="short" />
              </p>
            </div>
            <Standing {...invoice} />
            {onClose && <IconButton icon="close" label="Close invoice" onClick={onClose} />}
          </header>
          {invoice.status === 'void' && <p className={css.voided}>Void: {invoice.voidReason}</p>}
          <Lines invoice={invoice} />
          <p className={css.explanation}>{invoice.explanation}</p>
          <div className={css.parts}>
            {invoice.status !== 'void' && <Payments invoice={invoice} isPrimary={onClose !== undefined} />}
            {invoice.status !== 'void' && invoice.kind === 'visit' && <InvoiceSuperbill invoice={invoice} />}
            {invoice.status !== 'void' && (
              <Section title="Void">
                <VoidInvoice invoice={invoice} />
              </Section>
            )}
          </div>
        </>
      )}
    </Column>
  )
}
