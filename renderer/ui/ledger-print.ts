import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { InvoiceId, LedgerEntryId, PaymentId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'

/** Prints papers about money: each is issued, or found as issued, and opened in the system’s viewer. */
export function usePrintMoney() {
  const open = useCommand('documents.open')
  const invoice = useCommand('documents.issueInvoice')
  const receipt = useCommand('documents.issueReceipt')
  const creditNote = useCommand('documents.issueCreditNote')
  const all = [open, invoice, receipt, creditNote]
  const thenOpen = { onSuccess: (paper: IssuedDocument) => open.mutate({ documentId: paper.id }) }
  const fresh = () => {
    for (const one of all) one.reset()
  }
  return {
    printInvoice: (invoiceId: InvoiceId) => {
      fresh()
      invoice.mutate({ invoiceId }, thenOpen)
    },
    printReceipt: (paymentId: PaymentId) => {
      fresh()
      receipt.mutate({ paymentId }, thenOpen)
    },
    printCreditNote: (entryId: LedgerEntryId) => {
      fresh()
      creditNote.mutate({ entryId }, thenOpen)
    },
    isBusy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
  }
}
