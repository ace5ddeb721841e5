import { CreditNotePaper } from '../../shared/documents/invoice-paper.ts'
import { creditNoteMoney } from '../../shared/documents/invoice-paper-compose.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { InvoiceId, LedgerEntryId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { getInvoice } from '../billing/repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { issueAgain, newestUnder } from './issue-again.ts'
import { paperHead } from './issue-invoice.ts'

/** Freezes a credit note as a paper under its own number; one taken back since says so in its next version. Throws `rule_broken` for any other entry. */
export function issueCreditNote(services: Services, { entryId }: { entryId: LedgerEntryId }): IssuedDocument {
  const { db } = services
  const { invoiceId, number } = findCreditNote(db, entryId)
  const invoice = getInvoice(db, invoiceId)
  const note = invoice.entries.find(({ id }) => id === entryId)
  if (!note) throw new DomainError('not_found', 'That entry is no longer in the records.')
  const money = creditNoteMoney(invoice, note)
  return issueAgain<CreditNotePaper>(services, {
    kind: 'credit-note',
    patientId: invoice.patientId,
    episodeId: invoice.episodeId,
    total: money.amount,
    invoiceIds: [invoice.id],
    before: newestUnder(db, 'credit-note', number),
    number: () => number,
    compose: issue => ({ ...paperHead(db, invoice.patientId), ...issue, ...money }),
    read: frozen => CreditNotePaper.parse(frozen),
    whatCounts: ({ amount, reason, takenBackWords, billTo, patientName }) => ({ amount, reason, takenBackWords, billTo, patientName }),
  })
}

function findCreditNote(db: Database, entryId: LedgerEntryId): { invoiceId: InvoiceId; number: string } {
  const row = statement<{ entryId: string }, { invoiceId: InvoiceId | null; number: string | null; kind: string }>(
    db,
    'SELECT invoice_id AS invoiceId, number, kind FROM ledger WHERE id = :entryId',
  ).get({ entryId })
  if (!row) throw new DomainError('not_found', 'That entry is no longer in the records.')
  const { invoiceId, number, kind } = row
  if (kind !== 'credit-note' || invoiceId === null || number === null) throw new DomainError('rule_broken', 'Only a credit note can be printed as one.')
  return { invoiceId, number }
}
