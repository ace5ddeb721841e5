import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invoice } from '../../shared/billing/schema.ts'
import { receiptOf } from '../../shared/documents/receipt-of.ts'
import type { InvoiceId } from '../../shared/lib/ids.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { ActionMenu, type MenuAction } from '../ui/action-menu.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { usePrintMoney } from '../ui/ledger-print.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Section } from '../ui/screen.tsx'
import { DateText } from '../ui/words.tsx'
import css from './billing.module.css'
import { type Doing, InvoiceDoing } from './invoice-doing.tsx'
import { InvoiceEntries } from './invoice-entries.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { InvoiceSuperbill } from './invoice-superbill.tsx'
import { Standing } from './invoice-table.tsx'
import { TakePayment } from './take-payment.tsx'

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

/** The less usual steps with an invoice; those that cannot be taken now are left out. */
function menuOf(invoice: Invoice, credit: Cents, onDo: (doing: Doing) => void): MenuAction[] {
  const isOpen = invoice.status === 'open'
  const may = (kind: Exclude<Doing, { payment: unknown } | { entry: unknown }>['kind'], words: string, isPossible: boolean) =>
    isPossible ? [{ words, run: () => onDo({ kind }) }] : []
  return [
    ...may('use-credit', `Use credit (${formatMoney(credit)})…`, isOpen && credit > 0),
    ...may('discount', 'Give a discount…', isOpen),
    ...may('write-off', 'Write off…', isOpen),
    ...may('adjustment', 'Adjust…', isOpen),
    ...may('credit-note', 'Issue credit note…', invoice.reduced < invoice.total),
    ...may('void', 'Void invoice…', true),
  ]
}

type InvoiceProps = { invoice: Invoice; onClose: (() => void) | undefined }

function PanelHead({ invoice, onClose, menu }: InvoiceProps & { menu: readonly MenuAction[] }) {
  return (
    <header className={css.panelHead}>
      <div className={css.grow}>
        <h2>{invoice.number}</h2>
        <p className={css.second}>
          <Subject invoice={invoice} isInChart={onClose === undefined} /> <DateText day={invoice.serviceOn} /> · issued{' '}
          <DateText day={invoice.issuedOn} form="short" />
        </p>
      </div>
      <Standing {...invoice} />
      {menu.length > 0 && <ActionMenu label={`More for ${invoice.number}`} actions={menu} />}
      {onClose && <IconButton icon="close" label="Close invoice" onClick={onClose} />}
    </header>
  )
}

function InvoiceInFull({ invoice, onClose }: InvoiceProps) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const account = useQuery(ask('billing.getAccount', { patientId: invoice.patientId }))
  const printing = usePrintMoney()
  const credit = account.data?.credit ?? cents(0)
  const isVoid = invoice.status === 'void'
  const receipt = receiptOf(invoice)
  return (
    <>
      <PanelHead invoice={invoice} onClose={onClose} menu={isVoid ? [] : menuOf(invoice, credit, setDoing)} />
      {isVoid && <p className={css.voided}>Void: {invoice.voidReason}</p>}
      <InvoiceLines invoice={invoice} />
      <p className={css.explanation}>{invoice.explanation}</p>
      <div className={css.printing}>
        <Button size="small" icon="printer" busy={printing.isBusy} onClick={() => printing.printInvoice(invoice.id)}>
          Print invoice
        </Button>
        {receipt && (
          <Button size="small" icon="printer" busy={printing.isBusy} onClick={() => printing.printReceipt(receipt)}>
            Print receipt
          </Button>
        )}
      </div>
      <Problem error={printing.error} />
      <div className={css.parts}>
        <InvoiceEntries invoice={invoice} onDo={setDoing} printing={printing} />
        {invoice.status === 'open' && credit > 0 && (
          <p className={css.creditLine}>
            <span className={css.grow}>{formatMoney(credit)} of credit lies on the account.</span>
            <Button size="small" onClick={() => setDoing({ kind: 'use-credit' })}>
              Use credit
            </Button>
          </p>
        )}
        {invoice.status === 'open' && (
          <Section title="Take payment">
            <TakePayment key={invoice.balance} invoice={invoice} isPrimary={onClose !== undefined && doing === null} />
          </Section>
        )}
        {!isVoid && invoice.kind === 'visit' && <InvoiceSuperbill invoice={invoice} />}
      </div>
      {doing && <InvoiceDoing doing={doing} invoice={invoice} credit={credit} onClose={() => setDoing(null)} />}
    </>
  )
}

/** One invoice in full beside a list: its charges, every entry that makes its balance, payment, papers, and what else can be done, in panels over it. In a chart, which has its own next step, it cannot be closed and its button is not filled. */
export function InvoicePanel({ invoiceId, onClose }: { invoiceId: InvoiceId; onClose?: () => void }) {
  const found = useQuery(ask('billing.getInvoice', { invoiceId }))
  const invoice = found.data
  return (
    <Column label="Invoice" padding="narrow">
      <Problem error={found.error} />
      {!invoice && !found.error && <Waiting />}
      {invoice && <InvoiceInFull invoice={invoice} onClose={onClose} />}
    </Column>
  )
}
