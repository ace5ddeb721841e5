import { type Account, withBalances } from '../../shared/billing/account.ts'
import { entryInWords } from '../../shared/billing/ledger-words.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { sumCents } from '../../shared/lib/money.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Services } from '../app/services.ts'
import { getPatient } from '../patients/repository.ts'
import { settlesFor } from './account-household.ts'
import { listAccountPayments, listEntryInvoices } from './account-repository.ts'
import { creditOf, entriesOfPatient, shownEntry } from './ledger-repository.ts'
import { listOpenOf } from './list-invoices.ts'

/** A patient’s account: every entry in words with the running balance, what can be paid, and where each payment is now. Throws `not_found`. */
export function getAccount({ db }: Services, patientId: PatientId): Account {
  const invoices = listEntryInvoices(db, patientId)
  const open = settlesFor(db, patientId).flatMap(id => listOpenOf(db, id))
  const entries = entriesOfPatient(db, patientId)
    .map(shownEntry)
    .map(entry => ({ ...entry, words: entryInWords(entry, entry.invoiceId === null ? null : (invoices.get(entry.invoiceId) ?? null)) }))
  return {
    patientId,
    patientName: fullName(getPatient(db, patientId)),
    owed: sumCents(open.filter(row => row.patientId === patientId).map(({ balance }) => balance)),
    credit: sumCents(creditOf(db, patientId).map(({ amount }) => amount)),
    entries: withBalances(entries),
    open,
    payments: listAccountPayments(db, patientId),
  }
}
