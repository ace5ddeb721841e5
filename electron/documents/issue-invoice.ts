import { InvoicePaper } from '../../shared/documents/invoice-paper.ts'
import { invoiceMoney } from '../../shared/documents/invoice-paper-compose.ts'
import { letterheadOf } from '../../shared/documents/paper-words.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import { maskedTaxId } from '../../shared/practice/identifiers.ts'
import type { Services } from '../app/services.ts'
import { getInvoice } from '../billing/repository.ts'
import type { Database } from '../db/open.ts'
import { getClinic } from '../practice/repository.ts'
import { issueAgain, newestUnder } from './issue-again.ts'
import { whoPays } from './receipt-people.ts'

/** Freezes an invoice as a paper under its own number. Gives the one already made while it would say the same; else its next version. */
export function issueInvoice(services: Services, { invoiceId }: { invoiceId: InvoiceId }): IssuedDocument {
  const { db } = services
  const invoice = getInvoice(db, invoiceId)
  const money = invoiceMoney(invoice)
  return issueAgain<InvoicePaper>(services, {
    kind: 'invoice',
    patientId: invoice.patientId,
    episodeId: invoice.episodeId,
    total: invoice.total,
    from: invoice.serviceOn,
    to: invoice.serviceOn,
    invoiceIds: [invoice.id],
    before: newestUnder(db, 'invoice', invoice.number),
    number: () => invoice.number,
    compose: issue => ({ ...paperHead(db, invoice.patientId), ...issue, ...money }),
    read: frozen => InvoicePaper.parse(frozen),
    whatCounts: ({ letterhead: _letterhead, number: _number, version: _version, replaces: _replaces, issuedOn: _issuedOn, ...said }) => said,
  })
}

/** The clinic and the people at the top of an invoice or a credit note. */
export function paperHead(db: Database, patientId: PatientId): Pick<InvoicePaper, 'letterhead' | 'taxId' | 'billTo' | 'patientName'> {
  const clinic = getClinic(db)
  const { patientName, ...billTo } = whoPays(db, patientId)
  return { letterhead: letterheadOf(clinic, clinic.logo), taxId: maskedTaxId(clinic.taxId), billTo, patientName }
}
