import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CheckOutPreview, Invoice } from '../../shared/billing/schema.ts'
import { receiptOf } from '../../shared/documents/receipt-of.ts'
import type { SuperbillPreview } from '../../shared/documents/schema.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import { leftAndExpiry } from '../../shared/packages/words.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './done-part.module.css'
import { paymentInWords, standingPayments } from './payment-words.ts'
import { TakePayment } from './take-payment.tsx'
import type { CheckingOut } from './use-check-out.ts'

function Done({ isDone, title, detail, children }: { isDone: boolean; title: ReactNode; detail?: ReactNode; children?: ReactNode }) {
  return (
    <li className={cx(css.doneItem, !isDone && css.undone)}>
      <Icon name={isDone ? 'check' : 'warning'} size={18} />
      <div className={css.grow}>
        <p className={css.doneTitle}>{title}</p>
        {detail && <p className={css.second}>{detail}</p>}
      </div>
      {children && <div className={css.doneActions}>{children}</div>}
    </li>
  )
}

/** “$120.00 paid in full”, or what was paid and what was taken off. */
function settledInWords({ total, paid, reduced }: Invoice): string {
  if (total === 0) return 'Nothing to pay'
  if (reduced === 0) return `${formatMoney(paid)} paid in full`
  return paid === 0 ? `${formatMoney(reduced)} taken off, nothing to pay` : `${formatMoney(paid)} paid, ${formatMoney(reduced)} taken off`
}

const takenOffInWords = ({ kind, amount, reason }: Invoice['entries'][number]) =>
  `${formatMoney(cents(0 - amount))} ${kind === 'package' ? `from the package ${reason}` : reason.charAt(0).toLowerCase() + reason.slice(1)}`

/** What was paid by whom and what was taken off why, one after the other. */
function settledBy(invoice: Invoice): string {
  const entries = invoice.entries.filter(
    ({ kind, isReversed, reverses }) => !['charge', 'payment', 'credit', 'refund'].includes(kind) && !isReversed && !reverses,
  )
  return [...standingPayments(invoice).map(paymentInWords), ...entries.map(takenOffInWords)].join(' · ')
}

/** What is left of the package this visit was taken from: “4 of 5 visits left · expires Dec 1, 2027”. Empty where two of one name are held. */
function usePackageLeft({ patientId, entries }: Invoice): string {
  const use = entries.find(({ kind, isReversed, reverses }) => kind === 'package' && !isReversed && !reverses)
  const held = useQuery({ ...ask('packages.ofPatient', { patientId }), enabled: use !== undefined })
  const [one, other] = held.data?.filter(({ name, state }) => name === use?.reason && (state === 'usable' || state === 'used-up')) ?? []
  return one && !other ? leftAndExpiry(one) : ''
}

function Receipt({ invoice, checkingOut }: { invoice: Invoice; checkingOut: CheckingOut }) {
  const of = receiptOf(invoice)
  const print = () => of && void checkingOut.printReceipt(of)
  useHotkey({ keys: 'alt+r', label: 'Print receipt', run: print, enabled: of !== null && !checkingOut.isBusy })
  if (!of) return null
  return (
    <Button size="small" icon="printer" keys="alt+r" busy={checkingOut.isBusy} onClick={print}>
      Print receipt
    </Button>
  )
}

function Paid({ invoice, checkingOut }: { invoice: Invoice; checkingOut: CheckingOut }) {
  const details = [settledBy(invoice), usePackageLeft(invoice)].filter(words => words !== '').join('; ')
  const receipt = <Receipt invoice={invoice} checkingOut={checkingOut} />
  if (invoice.balance === 0) {
    return (
      <Done isDone title={settledInWords(invoice)} detail={details}>
        {receipt}
      </Done>
    )
  }
  return (
    <li className={cx(css.doneItem, css.undone)}>
      <Icon name="cash" size={18} />
      <div className={css.grow}>
        <p className={css.doneTitle}>{`${formatMoney(invoice.balance)} open`}</p>
        {details && <p className={css.second}>{details}</p>}
        <TakePayment invoice={invoice} />
      </div>
      <div className={css.doneActions}>{receipt}</div>
    </li>
  )
}

type SuperbillDoneProps = { superbill: SuperbillPreview; checkingOut: CheckingOut }

function SuperbillDone({ superbill, checkingOut }: SuperbillDoneProps) {
  const { issued, obstacle, differsFromIssued } = superbill
  const print = () => void (issued ? checkingOut.print(issued.id) : checkingOut.issueAndPrint())
  useHotkey({ keys: 'alt+p', label: 'Print superbill', run: print, enabled: (issued !== null || obstacle === null) && !checkingOut.isBusy })
  if (issued) {
    const version = issued.version > 1 ? `, version ${issued.version}` : ''
    const detail = differsFromIssued
      ? 'The records changed since. A corrected version can be issued from the paper.'
      : checkingOut.isOpened
        ? 'Opened in the system’s viewer. Print it there.'
        : 'Kept as it was issued.'
    return (
      <Done isDone title={`Superbill ${issued.number}${version}`} detail={checkingOut.savedAt ? `Saved as ${checkingOut.savedAt}` : detail}>
        <Button size="small" icon="printer" keys="alt+p" busy={checkingOut.isBusy} onClick={print}>
          Print
        </Button>
        <Button size="small" icon="save" onClick={() => checkingOut.saveAs(issued.id)}>
          Save as PDF
        </Button>
        <ButtonLink size="small" kind="text" to="/documents/$documentId" params={{ documentId: issued.id }}>
          Open
        </ButtonLink>
      </Done>
    )
  }
  if (obstacle !== null) return <Done isDone={false} title="No superbill yet" detail={obstacle} />
  return (
    <Done isDone={false} title="Superbill not printed yet" detail={`Ready to issue: ${formatMoney(superbill.total)}, ${formatMoney(superbill.paid)} paid.`} />
  )
}

type DonePartProps = { preview: CheckOutPreview; invoice: Invoice; superbill: SuperbillPreview | undefined; checkingOut: CheckingOut }

/** What the check-out did: invoice, payment, papers. What is still open can be done from its row. */
export function DonePart({ preview, invoice, superbill, checkingOut }: DonePartProps) {
  return (
    <ul className={css.done} aria-label="Done">
      <Done
        isDone
        title={`Invoice ${invoice.number}, ${formatMoney(invoice.total)}`}
        detail={
          <>
            {invoice.explanation}{' '}
            <TextLink to="/patients/$patientId" params={{ patientId: preview.appointment.patientId }} search={{ tab: 'billing' }}>
              All invoices
            </TextLink>
          </>
        }
      />
      <Paid key={invoice.paid} invoice={invoice} checkingOut={checkingOut} />
      {superbill && <SuperbillDone superbill={superbill} checkingOut={checkingOut} />}
    </ul>
  )
}
