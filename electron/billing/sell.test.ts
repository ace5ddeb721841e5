import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { PackageTypeId, PatientId, ProductId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_BILLING_RULES } from '../../shared/practice/billing-rules.ts'
import { packagesLeft } from '../packages/usable-repository.ts'
import { packagePaymentsOf } from '../packages/uses-repository.ts'
import { clinicWithFile } from '../testing/clinic-with-file.ts'
import { aNote, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
})
afterEach(() => test.remove())

type ProductFields = Input<'practice.saveProduct'>['fields']
const OIL: ProductFields = { name: 'Massage oil', price: cents(1899), isTaxable: true, isActive: true }
const aProduct = async (given: Partial<ProductFields> = {}, id: ProductId | null = null) =>
  (await test.request('practice.saveProduct', { id, fields: { ...OIL, ...given } })).id
const aCard = async (at = test): Promise<PackageTypeId> => {
  const fields = { name: 'Six visits', counts: 'visits' as const, amount: 6, price: cents(40_000), monthsValid: 6, isShared: false, isActive: true }
  return (await at.request('packages.saveType', { id: null, fields })).id
}
const pays = (amount: number): Input<'billing.sell'>['payment'] => ({ amount, method: 'cash', reference: '' })
const taxed = (salesTax: number) => test.request('practice.saveBillingRules', { ...USUAL_BILLING_RULES, salesTax })
const product = (productId: ProductId, quantity = 1) => ({ kind: 'product' as const, productId, quantity })
const sell = (items: Input<'billing.sell'>['items'], payment: Input<'billing.sell'>['payment'] = null) =>
  test.request('billing.sell', { patientId, items, payment })

describe('a sale at the desk', () => {
  it('is an invoice without a visit, with sales tax on what is taxable, numbered with the others and paid at once', async () => {
    await taxed(8310)
    const items = [product(await aProduct(), 3), product(await aProduct({ name: 'Heat wrap', price: cents(2500), isTaxable: false }))]
    expect(await sell([...items, { kind: 'package', packageTypeId: await aCard() }], pays(48_670))).toMatchObject({
      number: 'INV-2026-0001',
      kind: 'sale',
      appointmentId: null,
      serviceOn: '2026-11-19',
      lines: [],
      items: [
        { name: 'Massage oil', quantity: 3, unitPrice: 1899, amount: 5697, tax: 473 },
        { name: 'Heat wrap', amount: 2500, tax: 0 },
        { kind: 'package', name: 'Six visits', amount: 40_000, tax: 0 },
      ],
      total: 48_670,
      paid: 48_670,
      status: 'paid',
    })
  })
  it('keeps its price and tax when the product or the rate changes', async () => {
    await taxed(5000)
    const oil = await aProduct()
    const { id } = await sell([product(oil)])
    await taxed(9000)
    await aProduct({ price: cents(9900), name: 'Dear oil' }, oil)
    expect((await test.request('billing.getInvoice', { invoiceId: id })).items).toMatchObject([{ name: 'Massage oil', unitPrice: 1899, tax: 95 }])
  })
  it('leaves nothing behind, not even a number or a package, when it is refused', async () => {
    const items: Input<'billing.sell'>['items'] = [{ kind: 'package', packageTypeId: await aCard() }]
    expect((await test.refuse('billing.sell', { patientId, items, payment: pays(40_001) })).message).toBe(
      'The balance of INV-2026-0001 is $400.00. Take that or less.',
    )
    const gone = await aProduct({ isActive: false })
    expect((await test.refuse('billing.sell', { patientId, items: [...items, product(gone)], payment: null })).message).toBe(
      'Massage oil is not sold any more. Take it off the sale.',
    )
    expect((await test.refuse('billing.sell', { patientId, items: [], payment: null })).fields).toEqual({ items: 'Add what is sold.' })
    expect(await test.request('packages.ofPatient', { patientId })).toEqual([])
    expect((await sell(items)).number).toBe('INV-2026-0001')
  })
  it('never reaches a superbill', async () => {
    await sell([product(await aProduct())], pays(1899))
    const preview = await test.request('documents.previewSuperbill', { patientId, from: localDate('2026-11-01'), to: localDate('2026-11-30') })
    expect(preview).toMatchObject({ visits: 0, lines: 0, total: 0, paid: 0 })
  })
})

describe('a discount on a sale', () => {
  it('counts for its products first, then lowers what each visit of its package is worth', async () => {
    const { id, total } = await sell([product(await aProduct({ price: cents(1000) })), { kind: 'package', packageTypeId: await aCard() }])
    await test.request('billing.reduce', { invoiceId: id, kind: 'discount', amount: 7000, reason: 'Staff' })
    await test.request('billing.takePayment', {
      invoiceId: id,
      payment: { amount: total - 7000, method: 'cash', reference: '' },
      paidOn: localDate('2026-11-19'),
    })
    expect(await test.request('packages.ofPatient', { patientId })).toMatchObject([{ price: 34_000, rest: 34_000, state: 'usable' }])
  })
})

describe('products', () => {
  it('keep the order they were added in, and no name twice', async () => {
    const oil = await aProduct()
    await aProduct({ name: 'Roller' })
    expect(await test.refuse('practice.saveProduct', { id: null, fields: { ...OIL, name: 'ROLLER' } })).toMatchObject({
      code: 'conflict',
      message: 'There is already a product called “Roller”.',
    })
    await aProduct({ name: 'Massage oil', isActive: false }, oil)
    expect(await test.request('practice.listProducts', {})).toMatchObject([{ name: 'Massage oil', isActive: false }, { name: 'Roller' }])
  })
})

describe('what papers say of a package', () => {
  it('is what it paid, the day it was paid in full, and what is left', async () => {
    const { test: clinic, db } = await clinicWithFile()
    const patient = await aPatient(clinic)
    const items: Input<'billing.sell'>['items'] = [{ kind: 'package', packageTypeId: await aCard(clinic) }]
    const sale = await clinic.request('billing.sell', { patientId: patient, items, payment: pays(10_000) })
    clinic.setNow('2026-11-20T16:00:00.000Z')
    const rest = { amount: 30_000, method: 'card' as const, reference: '' }
    await clinic.request('billing.takePayment', { invoiceId: sale.id, payment: rest, paidOn: localDate('2026-11-20') })
    const visit = await aVisit(clinic, { patientId: patient, startsAt: '2026-11-20T08:00' })
    await aNote(clinic, visit.id, { minutes: { 97124: 52 }, isSigned: true })
    const [held] = await clinic.request('packages.ofPatient', { patientId: patient })
    const invoice = await clinic.request('billing.checkOut', { appointmentId: visit.id, payment: null, packageId: held?.id ?? null })
    expect(packagePaymentsOf(db, invoice.id)).toEqual([{ amount: 6666, paidOn: '2026-11-20', name: 'Six visits' }])
    const leftOn = (on: string) => packagesLeft(db, patient, { on: localDate(on), invoiceIds: [invoice.id] })
    expect(leftOn('2026-11-20')).toMatchObject([{ left: 5, amount: 6, expiresOn: '2027-05-19', ownerName: '', usedWords: '' }])
    expect(leftOn('2027-05-20')).toEqual([])
    await clinic.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Wrong', keepPaymentsAsCredit: false })
    expect(packagePaymentsOf(db, invoice.id)).toEqual([])
  })
})
