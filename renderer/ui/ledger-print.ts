import type { ReceiptOf } from '../../shared/documents/receipt-of.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { InvoiceId, LedgerEntryId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'

/** Prints papers about money: each is issued, or found as issued, and opened in the system’s viewer. */
export function usePrintMoney() {
  const open = useCommand('documents.open')
  const invoice = useCommand('documents.issueInvoice')
  const receipt = useCommand('documents.issueReceipt')
  const settledReceipt = useCommand('documents.issueSettledReceipt')
  const creditNote = useCommand('documents.issueCreditNote')
  const all = [open, invoice, receipt, settledReceipt, creditNote]
  const thenOpen = { onSuccess: (paper: IssuedDocument) => open.mutate({ documentId: paper.id }) }
  const fresh = () => {
    for (const one of all) one.reset()
  }
  return {
    printInvoice: (invoiceId: InvoiceId) => {
      fresh()
      invoice.mutate({ invoiceId }, thenOpen)
    },
    printReceipt: (of: ReceiptOf) => {
      fresh()
      if ('paymentId' in of) receipt.mutate(of, thenOpen)
      else settledReceipt.mutate(of, thenOpen)
    },
    printCreditNote: (entryId: LedgerEntryId) => {
      fresh()
      creditNote.mutate({ entryId }, thenOpen)
    },
    isBusy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
  }
}
