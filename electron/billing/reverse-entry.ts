import type { Invoice, LedgerEntry } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { getEntry, reverse } from './ledger-repository.ts'
import { getInvoice } from './repository.ts'

/** What takes an entry back that is none of those a person may reverse by itself. */
const INSTEAD: Readonly<Partial<Record<LedgerEntry['kind'], string>>> = {
  charge: 'A charge is taken back by voiding its invoice, or by a credit note.',
  payment: 'A payment is taken back by voiding it.',
  credit: 'Credit that was used or kept goes back when its payment is voided, or refunded.',
  refund: 'A refund stays. Take the money in again as a payment instead.',
  package: 'A visit goes back to its package when the invoice is voided.',
}

/** Takes back a discount, write-off, adjustment or credit note by another entry: that part is owed again. Throws `rule_broken` for any other, and once it is. */
export function reverseEntry(services: Services, { entryId, reason }: Parsed<'billing.reverseEntry'>): Invoice {
  const { db } = services
  const entry = getEntry(db, entryId)
  const instead = INSTEAD[entry.kind]
  if (instead !== undefined) throw new DomainError('rule_broken', instead)
  if (entry.isReversed) throw new DomainError('rule_broken', 'This was taken back already.')
  if (entry.reverses !== null || entry.invoiceId === null) throw new DomainError('rule_broken', 'This takes back an entry itself. Enter it anew instead.')
  const invoice = getInvoice(db, entry.invoiceId)
  if (invoice.status === 'void') throw new DomainError('rule_broken', `${invoice.number} is void. Everything on it was taken back.`)
  reverse(services, entry, reason)
  return getInvoice(db, entry.invoiceId)
}
