import { agingOf } from '../../shared/accounts/aging.ts'
import type { PayerAccount, PayerRef } from '../../shared/accounts/balances.ts'
import { addressLines } from '../../shared/documents/paper-words.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { creditOf } from '../billing/ledger-repository.ts'
import { listDocuments } from '../documents/repository.ts'
import { getPayer } from './payers-repository.ts'
import { listOpenInvoices } from './statement-repository.ts'

/** A payer’s account as of today. Throws `not_found`. */
export function payerAccount({ db, clock }: Services, ref: PayerRef): PayerAccount {
  const today = clock.today()
  const { name, phone, address, patients, ref: payer, holderId } = getPayer(db, ref, today)
  const accounts = patients.map(patient => ({
    patientId: patient.id,
    name: patient.name,
    credit: sumCents(creditOf(db, patient.id).map(({ amount }) => amount)),
    invoices: listOpenInvoices(db, patient.id),
  }))
  return {
    payer,
    holderId,
    name,
    phone,
    addressLines: addressLines(address),
    aging: agingOf(
      accounts.flatMap(({ invoices }) => invoices),
      today,
    ),
    credit: sumCents(accounts.map(({ credit }) => credit)),
    patients: accounts,
    statements: listDocuments(db, holderId).filter(({ kind }) => kind === 'statement'),
  }
}
