import { useEffect, useRef, useState } from 'react'
import { type Discount, settlementOf } from '../../shared/billing/discount.ts'
import { superbillObstacle } from '../../shared/billing/readiness.ts'
import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import type { ReceiptOf } from '../../shared/documents/receipt-of.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { DocumentId, PackageId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { type KeptDraft, useKeptDraft } from '../lib/kept-draft.ts'
import { stopAtUnread } from '../lib/unread.ts'
import type { PaymentEntered } from './payment-words.ts'

/**
 * What the desk chose to take off, and how it is paid; kept while one looks something up elsewhere.
 * The self-pay discount is there at first, and goes with a package, which has its own price.
 */
type Chosen = {
  packageId: PackageId | null
  discount: Discount | 'offered' | null
  usesCredit: boolean
  amount: Cents | null | 'all'
  paidBy: PaymentEntered['paidBy']
  reference: string
}
const USUAL: Chosen = { packageId: null, discount: 'offered', usesCredit: false, amount: 'all', paidBy: 'card', reference: '' }

/** What is taken off the full fee, by whose choice, and what is then due. */
function settle(preview: CheckOutPreview, { values: chosen, change }: KeptDraft<Chosen>) {
  const used = preview.packages.find(({ id, obstacle }) => id === chosen.packageId && obstacle === null) ?? null
  const discount = chosen.discount === 'offered' ? preview.discount : chosen.discount
  const credit = chosen.usesCredit ? preview.credit : 0
  const settled = settlementOf(preview.total, { used, discount: discount?.amount ?? 0, credit })
  return {
    ...settled,
    used,
    reason: discount?.reason ?? '',
    usesCredit: chosen.usesCredit,
    takePackage: (packageId: PackageId | null) => change({ packageId, discount: packageId === null ? 'offered' : null }),
    giveDiscount: (given: Discount | null) => change({ discount: given }),
    takeCredit: (usesCredit: boolean) => change({ usesCredit }),
  }
}

/** What is taken off a visit at its check-out, and how that is changed. */
export type Settling = ReturnType<typeof settle>

/** Charges, settles and takes the payment, then freezes the superbill and opens it for printing, each step only after the one before. */
export function useCheckOut(preview: CheckOutPreview) {
  const { appointment, readiness } = preview
  const draft = useKeptDraft<Chosen>(USUAL, `check-out of ${appointment.id}`)
  const isCharged = preview.invoice !== null
  useEffect(() => {
    if (isCharged) draft.markSaved()
  }, [isCharged, draft.markSaved])
  const settling = settle(preview, draft)
  const { due } = settling
  const { amount, paidBy, reference } = draft.values
  const entered: PaymentEntered = { amount: amount === 'all' ? due : amount, paidBy, reference }
  const setEntered = (next: PaymentEntered) => draft.change({ ...next, amount: next.amount === due ? 'all' : next.amount })
  const [wasOpen] = useState(preview.invoice === null)
  const isRunning = useRef(false)
  const [isOpened, setOpened] = useState(false)
  const checkOut = useCommand('billing.checkOut')
  const issue = useCommand('documents.issueSuperbill')
  const receipt = useCommand('documents.issueReceipt')
  const settledReceipt = useCommand('documents.issueSettledReceipt')
  const open = useCommand('documents.open')
  const saveAs = useCommand('documents.saveAs')
  const obstacle = superbillObstacle(readiness)
  const day = dayOf(appointment.startsAt)

  const print = async (documentId: DocumentId) => {
    await open.mutateAsync({ documentId })
    setOpened(true)
  }
  const once = async (steps: () => Promise<void>) => {
    if (isRunning.current || stopAtUnread()) return
    isRunning.current = true
    await attempt(steps)
    isRunning.current = false
  }
  const issueAndPrint = async () => {
    const paper = await issue.mutateAsync({ patientId: appointment.patientId, from: day, to: day, replaces: null, reason: '' })
    await print(paper.id)
  }
  const finish = async () => {
    const { used, discount, reason, credit } = settling
    draft.markSending(true)
    await checkOut
      .mutateAsync({
        appointmentId: appointment.id,
        packageId: used?.id ?? null,
        discount: discount > 0 ? { amount: discount, reason } : null,
        credit,
        payment: paymentOf(entered, due),
      })
      .finally(() => draft.markSending(false))
    draft.markSaved()
    if (obstacle === null) await issueAndPrint()
  }
  const printReceipt = async (of: ReceiptOf) => {
    const paper = await ('paymentId' in of ? receipt.mutateAsync(of) : settledReceipt.mutateAsync(of))
    await open.mutateAsync({ documentId: paper.id })
  }
  return {
    draft,
    entered,
    setEntered,
    settling,
    obstacle,
    finish: () => once(finish),
    issueAndPrint: () => once(issueAndPrint),
    print: (id: DocumentId) => attempt(() => print(id)),
    printReceipt: (of: ReceiptOf) => once(() => printReceipt(of)),
    saveAs: (documentId: DocumentId) => saveAs.mutate({ documentId }),
    savedAt: saveAs.data?.path,
    isOpened,
    /** Whether somebody else checked the visit out while it stood here. */
    isElsewhere: wasOpen && preview.invoice !== null && !checkOut.isSuccess && !checkOut.isPending,
    isBusy: checkOut.isPending || issue.isPending || receipt.isPending || settledReceipt.isPending || open.isPending,
    checkOutError: checkOut.error,
    paperError: issue.error ?? receipt.error ?? settledReceipt.error ?? open.error ?? saveAs.error,
  }
}

/** What the check-out of one visit can do and how it stands. */
export type CheckingOut = ReturnType<typeof useCheckOut>

/** The refusal stays with its command and is shown there; what would have followed does not happen. */
async function attempt(steps: () => Promise<unknown>): Promise<void> {
  await steps().catch(() => undefined)
}

function paymentOf({ amount, paidBy, reference }: PaymentEntered, due: Cents) {
  return paidBy === 'later' || due === 0 || amount === null || amount === 0 ? null : { amount, method: paidBy, reference }
}
