import type { PayerRef } from '../../shared/accounts/balances.ts'
import { useCommand } from '../lib/api.ts'

/** Prints the statement of a payer: issued, or found as issued today, and opened in the system’s viewer. */
export function usePrintStatement() {
  const issue = useCommand('documents.issueStatement')
  const open = useCommand('documents.open')
  const print = (payer: PayerRef) => {
    open.reset()
    issue.mutate({ payer }, { onSuccess: paper => open.mutate({ documentId: paper.id }) })
  }
  return { print, isBusy: issue.isPending || open.isPending, error: issue.error ?? open.error }
}
