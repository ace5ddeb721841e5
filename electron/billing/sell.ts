import { clinicFacts, patientFacts } from '../../shared/billing/facts-of.ts'
import { priceSale } from '../../shared/billing/sale.ts'
import type { Invoice, InvoiceItem, PaymentFields, SaleItem } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { InvoiceId, PackageId, type PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { PackageType } from '../../shared/packages/schema.ts'
import { expiryOf } from '../../shared/packages/state.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { insertPackage } from '../packages/repository.ts'
import { listPackageTypes } from '../packages/types-repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { listProducts } from '../practice/products-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { takeInvoiceNumber } from './invoice-number.ts'
import { getInvoice, insertInvoice } from './repository.ts'
import { receive } from './take-payment.ts'

/**
 * Sells products and packages at the desk: an invoice without a visit, with sales tax on what is taxable, and a first payment if one is given. Each package is
 * the patient’s from now on, and can be used once the invoice is paid in full. Throws `rule_broken` for what is not sold any more.
 */
export function sell(services: Services, { patientId, items, payment }: Parsed<'billing.sell'>): Invoice {
  const { db } = services
  return transaction(db, () => {
    const types = listPackageTypes(db)
    const sale = priceSale(items, { products: listProducts(db), packageTypes: types, salesTax: getBillingRules(db).salesTax })
    const invoice = issueSale(services, { patientId, items: sale.items, total: sale.total })
    for (const [index, item] of items.entries()) giveOut(services, invoice, { item, position: index + 1, types })
    return settle(services, invoice, payment)
  })
}

/** Issues the invoice of a sale, dated today. */
export function issueSale(services: Services, sale: { patientId: PatientId; items: readonly InvoiceItem[]; total: Cents }): Invoice {
  const { db, clock, newId } = services
  const id = InvoiceId.parse(newId())
  const today = clock.today()
  const facts = { clinic: clinicFacts(getClinic(db)), patient: patientFacts(getPatient(db, sale.patientId)) }
  insertInvoice(services, {
    id,
    kind: 'sale',
    number: takeInvoiceNumber(db, today),
    appointmentId: null,
    patientId: sale.patientId,
    episodeId: null,
    serviceOn: today,
    issuedOn: today,
    explanation: '',
    total: sale.total,
    lines: [],
    items: [...sale.items],
    facts,
  })
  return getInvoice(db, id)
}

/** Takes the first payment of a sale, where one is given. */
export function settle(services: Services, invoice: Invoice, payment: PaymentFields | null): Invoice {
  return payment === null ? invoice : receive(services, invoice, { ...payment, paidOn: invoice.issuedOn })
}

type Given = { readonly item: SaleItem; readonly position: number; readonly types: readonly PackageType[] }

function giveOut({ db, newId }: Services, invoice: Invoice, { item, position, types }: Given) {
  const type = item.kind === 'package' ? types.find(({ id }) => id === item.packageTypeId) : undefined
  if (!type) return
  const { name, counts, amount, price, monthsValid, isShared } = type
  insertPackage(db, {
    id: PackageId.parse(newId()),
    patientId: invoice.patientId,
    name,
    counts,
    amount,
    price,
    isShared,
    boughtOn: invoice.issuedOn,
    expiresOn: expiryOf(invoice.issuedOn, monthsValid),
    invoiceId: invoice.id,
    itemPosition: position,
    upgradeOf: null,
  })
}
