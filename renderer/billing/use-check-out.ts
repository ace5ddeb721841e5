import { useRef, useState } from 'react'
import { superbillObstacle } from '../../shared/billing/readiness.ts'
import type { CheckOutPreview, Invoice } from '../../shared/billing/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { DocumentId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { stopAtUnread } from '../lib/unread.ts'
import type { PaymentEntered } from './payment-words.ts'

/** Charges, takes the payment, then freezes the superbill and opens it for printing, each step only after the one before. */
export function useCheckOut(preview: CheckOutPreview) {
  const { appointment, total, readiness } = preview
  const [typed, setTyped] = useState<Omit<PaymentEntered, 'amount'> & { amount: Cents | null | 'all' }>({ amount: 'all', paidBy: 'card', reference: '' })
  const entered: PaymentEntered = { ...typed, amount: typed.amount === 'all' ? total : typed.amount }
  const setEntered = (next: PaymentEntered) => setTyped({ ...next, amount: next.amount === total ? 'all' : next.amount })
  const [wasOpen] = useState(preview.invoice === null)
  const isRunning = useRef(false)
  const [isOpened, setOpened] = useState(false)
  const checkOut = useCommand('billing.checkOut')
  const issue = useCommand('documents.issueSuperbill')
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
    await checkOut.mutateAsync({ appointmentId: appointment.id, payment: paymentOf(entered, total) })
    if (obstacle === null) await issueAndPrint()
  }
  return {
    entered,
    setEntered,
    obstacle,
    finish: () => once(finish),
    issueAndPrint: () => once(issueAndPrint),
    print: (id: DocumentId) => attempt(() => print(id)),
    saveAs: (documentId: DocumentId) => saveAs.mutate({ documentId }),
    savedAt: saveAs.data?.path,
    isOpened,
    /** Whether somebody else checked the visit out while it stood here. */
    isElsewhere: wasOpen && preview.invoice !== null && !checkOut.isSuccess && !checkOut.isPending,
    isBusy: checkOut.isPending || issue.isPending || open.isPending,
    checkOutError: checkOut.error,
    paperError: issue.error ?? open.error ?? saveAs.error,
  }
}

/** What the check-out of one visit can do and how it stands. */
export type CheckingOut = ReturnType<typeof useCheckOut>

/** The refusal stays with its command and is shown there; what would have followed does not happen. */
async function attempt(steps: () => Promise<unknown>): Promise<void> {
  await steps().catch(() => undefined)
}

function paymentOf({ amount, paidBy, reference }: PaymentEntered, total: Invoice['total']) {
  return paidBy === 'later' || total === 0 || amount === null || amount === 0 ? null : { amount, method: paidBy, reference }
}
