import { useState } from 'react'
import type { Account } from '../../shared/billing/account.ts'
import type { InvoiceRow, PaymentMethod } from '../../shared/billing/schema.ts'
import { leftToSplit, type Split, splitProblem, suggestSplits } from '../../shared/billing/splits.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { type KeptDraft, useKeptDraft } from '../lib/kept-draft.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { METHODS } from '../ui/ledger-methods.ts'
import { ReceiptFields } from '../ui/ledger-receipt-fields.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './account.module.css'

type Draft = { amount: Cents | null; method: PaymentMethod; reference: string; paidOn: string | null; typed: Split[] | null }

/** Payments that go to a few invoices at once: which, and how much to each. Suggested oldest first until one is typed. */
function splitUp(open: readonly InvoiceRow[], amount: Cents, { values: { typed }, change: patch }: KeptDraft<Draft>) {
  const splits = typed ?? suggestSplits(open, amount)
  const change = (invoiceId: Split['invoiceId'], part: Cents | null) => {
    const others = splits.filter(split => split.invoiceId !== invoiceId)
    const next = part === null || part === 0 ? others : [...others, { invoiceId, amount: part }]
    patch({ typed: open.flatMap(({ id }) => next.filter(split => split.invoiceId === id)) })
  }
  return { splits, change, isTyped: typed !== null, suggestAgain: () => patch({ typed: null }) }
}

function restInWords(amount: Cents, splits: readonly Split[]): string {
  const left = leftToSplit(amount, splits)
  if (left > 0) return `${formatMoney(left)} stays on the account as credit.`
  return left === 0 && amount > 0 ? 'All of it settles invoices.' : ''
}

type SplitsProps = { account: Account; splitting: ReturnType<typeof splitUp>; amount: Cents; refused: Readonly<Record<string, string>> | undefined }

function SplitFields({ account, splitting, amount, refused }: SplitsProps) {
  const { open, patientId } = account
  const { splits, change } = splitting
  const problem = splitProblem(amount, splits, open)
  const errorOf = (id: Split['invoiceId']) => {
    const at = splits.findIndex(split => split.invoiceId === id)
    if (at < 0) return undefined
    return problem?.at === at ? problem.words : refused?.[`splits.${at}.amount`]
  }
  return (
    <fieldset className={css.splits}>
      <legend className={css.legend}>What it is for</legend>
      {open.map(row => (
        <div key={row.id} className={css.split}>
          <p className={css.splitWords}>
            {row.number}
            {row.patientId !== patientId && ` · ${row.patientName}`}
            <span className={css.second}>
              {dateInWords(row.serviceOn, 'short')} · {formatMoney(row.balance)} open
            </span>
          </p>
          <MoneyField
            label={`For ${row.number}`}
            bare
            value={splits.find(split => split.invoiceId === row.id)?.amount ?? null}
            onChange={part => change(row.id, part)}
            placeholder="$0.00"
            error={errorOf(row.id)}
          />
        </div>
      ))}
      <p className={css.rest} role="status">
        {problem?.at === null ? <span className={css.over}>{problem.words}</span> : restInWords(amount, splits)}
        {splitting.isTyped && (
          <Button kind="text" size="small" onClick={splitting.suggestAgain}>
            Spread oldest first
          </Button>
        )}
      </p>
    </fieldset>
  )
}

/** Takes a payment from a patient for several invoices at once, the household’s too; what is left stays on the account. */
export function ReceivePanel({ account, onClose }: { account: Account; onClose: () => void }) {
  const receive = useCommand('billing.receivePayment')
  const start: Draft = { amount: account.owed > 0 ? account.owed : null, method: 'card', reference: '', paidOn: todayHere(), typed: null }
  const draft = useKeptDraft(start, `payment of ${account.patientId}`)
  const { amount, method, reference, paidOn } = draft.values
  const [isAsked, setAsked] = useState(false)
  const received = amount ?? cents(0)
  const splitting = splitUp(account.open, received, draft)
  const day = LocalDate.safeParse(paidOn).data
  const refused = receive.error?.fields
  const close = () => {
    draft.markSaved()
    onClose()
  }
  const save = () => {
    setAsked(true)
    if (received === 0 || day === undefined || splitProblem(received, splitting.splits, account.open)) return
    const { patientId } = account
    receive.mutate({ patientId, payment: { amount: received, method, reference }, paidOn: day, splits: [...splitting.splits] }, { onSuccess: close })
  }
  const amountError = refused?.['payment.amount'] ?? (isAsked && received === 0 ? 'Enter an amount above zero.' : undefined)
  return (
    <OverWork>
      <FormPanel
        title="Take payment"
        note={account.patientName}
        save={received > 0 ? `Take ${formatMoney(received)}` : 'Take payment'}
        busy={receive.isPending}
        problem={receive.error}
        onSave={save}
        onClose={onClose}
        width={520}
      >
        <KeptNote form={draft} />
        <MoneyField label="Received" name="received" value={amount} onChange={typed => draft.change({ amount: typed })} error={amountError} />
        <Segmented label="Paid by" withLabel withCheck size="small" value={method} onChange={chosen => draft.change({ method: chosen })} choices={METHODS} />
        <FieldRow template="1fr 1fr">
          <ReceiptFields reference={reference} paidOn={paidOn} onChange={draft.change} refused={refused} />
        </FieldRow>
        {account.open.length > 0 && <SplitFields account={account} splitting={splitting} amount={received} refused={refused} />}
        {account.open.length === 0 && received > 0 && <p role="status">Nothing is open: all of it stays on the account as credit.</p>}
      </FormPanel>
    </OverWork>
  )
}
