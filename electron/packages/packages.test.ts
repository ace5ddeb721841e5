import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, InvoiceId, PackageId, PackageTypeId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { aNote, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, TEST_NOW, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
})
afterEach(() => test.remove())

type TypeFields = Input<'packages.saveType'>['fields']
const SIX: TypeFields = { name: 'Six visits', counts: 'visits', amount: 6, price: cents(40_000), monthsValid: 6, isShared: false, isActive: true }
const aType = async (given: Partial<TypeFields> = {}): Promise<PackageTypeId> =>
  (await test.request('packages.saveType', { id: null, fields: { ...SIX, ...given } })).id
const pays = (amount: number): Input<'billing.sell'>['payment'] => ({ amount, method: 'card', reference: '' })
const sell = (typeId: PackageTypeId, paid: number | null, to = patientId) =>
  test.request('billing.sell', { patientId: to, items: [{ kind: 'package', packageTypeId: typeId }], payment: paid === null ? null : pays(paid) })
const held = async () => test.request('packages.ofPatient', { patientId })
const called = async (name: string): Promise<PackageId> => {
  const one = (await held()).find(each => each.name === name)
  if (!one) throw new Error(`No ${name}.`)
  return one.id
}
const sold = async (given: Partial<TypeFields> = {}): Promise<{ packageId: PackageId; saleId: InvoiceId }> => {
  const sale = await sell(await aType(given), given.price ?? SIX.price)
  return { packageId: await called(given.name ?? SIX.name), saleId: sale.id }
}
let hour = 0
/** A treated visit of 52 minutes, $135.00 at the full fee. */
const treated = async (of = patientId, day = '2026-11-19', minutes = 52): Promise<AppointmentId> => {
  const startsAt = `${day}T${String(8 + (hour++ % 9)).padStart(2, '0')}:00`
  const visit = await aVisit(test, { patientId: of, startsAt, minutes: 60 })
  test.setNow(day > '2026-11-19' ? `${day}T23:00:00.000Z` : TEST_NOW)
  await aNote(test, visit.id, { minutes: { 97124: minutes }, isSigned: true })
  return visit.id
}
const checkOut = (appointmentId: AppointmentId, packageId: PackageId) => test.request('billing.checkOut', { appointmentId, payment: null, packageId })
const get = (packageId: PackageId) => test.request('packages.get', { packageId })
const voided = (invoiceId: InvoiceId) => test.request('billing.voidInvoice', { invoiceId, reason: 'Wrong visit', keepPaymentsAsCredit: false })

describe('a package at check-out', () => {
  it('pays its share of the price and lets the rest of the full fee go; the last visit takes the cents that remain', async () => {
    const { packageId } = await sold()
    const paid: number[] = []
    for (let visit = 0; visit < 6; visit += 1) {
      const day = `2026-11-${String(10 + visit)}`
      const invoice = await checkOut(await treated(patientId, day), packageId)
      expect(invoice).toMatchObject({ total: 13_500, balance: 0, status: 'paid' })
      expect(invoice.paid + invoice.reduced).toBe(13_500)
      paid.push(invoice.paid)
    }
    expect(paid).toEqual([6666, 6666, 6666, 6666, 6666, 6670])
    expect(await get(packageId)).toMatchObject({ state: 'used-up', left: 0, rest: 0, unspent: 0, leftWords: '0 of 6 visits left' })
  })
  it('is offered with what it would pay, the soonest to expire first, and says why one cannot be used', async () => {
    const long = await aType({ name: 'Year card', monthsValid: 12 })
    await sell(long, 40_000)
    await sell(await aType(), 40_000)
    await sell(await aType({ name: 'Unpaid card' }), null)
    const { packages } = await test.request('billing.previewCheckOut', { appointmentId: await treated() })
    expect(packages).toMatchObject([
      {
        name: 'Six visits',
        words: '6 of 6 visits left · expires May 19, 2027',
        value: 6666,
        discount: 6834,
        left: '5 of 6 visits left',
        obstacle: null,
        ownerName: '',
      },
      { name: 'Year card', obstacle: null },
      { name: 'Unpaid card', obstacle: 'Unpaid card is not paid in full yet: $400.00 is owed on INV-2026-0003. Take that payment first.' },
    ])
  })
  it('gives the last visit to one of two check-outs at once', async () => {
    const { packageId } = await sold({ amount: 1, price: cents(9000) })
    const visits = [await treated(patientId, '2026-11-18'), await treated()]
    const answers = await Promise.all(visits.map(appointmentId => test.app.invoke('billing.checkOut', { appointmentId, payment: null, packageId })))
    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(answers[1]).toMatchObject({ error: { code: 'rule_broken', message: 'Nothing is left of Six visits. Sell another one, or upgrade it.' } })
    expect((await get(packageId)).left).toBe(0)
  })
  it('keeps what a cheaper visit did not need as the rest of the package', async () => {
    const { packageId } = await sold({ amount: 2, price: cents(20_000) })
    expect(await checkOut(await treated(patientId, '2026-11-18', 23), packageId)).toMatchObject({ total: 9000, paid: 9000, reduced: 0, balance: 0 })
    expect(await get(packageId)).toMatchObject({ left: 1, rest: 11_000, unspent: 1000 })
    expect(await checkOut(await treated(), packageId)).toMatchObject({ total: 13_500, paid: 10_000, reduced: 3500 })
    expect(await get(packageId)).toMatchObject({ left: 0, rest: 1000, unspent: 1000 })
  })
  it('of minutes pays the part of the fee its minutes cover', async () => {
    const { packageId } = await sold({ name: '100 minutes', counts: 'minutes', amount: 100, price: cents(20_000) })
    expect(await checkOut(await treated(patientId, '2026-11-18'), packageId)).toMatchObject({ paid: 10_400, reduced: 3100, balance: 0 })
    const second = await checkOut(await treated(), packageId)
    expect(second).toMatchObject({ paid: 9600, reduced: 2862, balance: 1038 })
    expect(await get(packageId)).toMatchObject({ left: 0, rest: 0 })
  })
  it('goes by the day of the visit: one before it expired still counts', async () => {
    const { packageId } = await sold({ monthsValid: 1 })
    const before = await treated(patientId, '2026-12-19')
    const after = await treated(patientId, '2026-12-20')
    test.setNow('2026-12-21T16:00:00.000Z')
    expect((await get(packageId)).state).toBe('expired')
    expect((await checkOut(before, packageId)).paid).toBe(6666)
    expect(await test.refuse('billing.checkOut', { appointmentId: after, payment: null, packageId })).toMatchObject({
      code: 'rule_broken',
      message: 'Six visits expired on Dec 19, 2026. The clinic’s owner can extend it in Billing, Packages.',
    })
    await test.request('packages.extend', { packageId, until: localDate('2027-01-31'), reason: 'Was ill' })
    expect((await checkOut(after, packageId)).paid).toBe(6666)
    expect((await get(packageId)).extensions).toMatchObject([{ until: '2027-01-31', reason: 'Was ill', extendedBy: 'Rosa Delgado' }])
  })
  it('is used by the household only where it is shared', async () => {
    const other = await aPatient(test, { firstName: 'Ben' })
    const { packageId } = await sold()
    const shared = await sold({ name: 'Family card', isShared: true })
    const visit = await treated(other)
    const refused = (id: PackageId) => test.refuse('billing.checkOut', { appointmentId: visit, payment: null, packageId: id })
    expect((await refused(shared.packageId)).message).toBe('Family card belongs to somebody else and is not shared with Ben Reyes.')
    await test.request('patients.joinHousehold', { patientId: other, withId: patientId })
    expect((await refused(packageId)).message).toBe('Six visits belongs to somebody else and is not shared with Ben Reyes.')
    const { packages } = await test.request('billing.previewCheckOut', { appointmentId: visit })
    expect(packages).toMatchObject([{ name: 'Family card', ownerName: 'Marisol Reyes' }])
    expect(await checkOut(visit, shared.packageId)).toMatchObject({ patientName: 'Ben Reyes', balance: 0 })
    expect((await get(shared.packageId)).uses).toMatchObject([{ patientName: 'Ben Reyes', value: 6666, takenBack: null }])
  })
})

describe('what is taken back', () => {
  it('is a visit whose invoice is voided: the package has it again', async () => {
    const { packageId, saleId } = await sold()
    const invoice = await checkOut(await treated(), packageId)
    expect((await test.refuse('billing.voidInvoice', { invoiceId: saleId, reason: 'Wrong', keepPaymentsAsCredit: true })).message).toBe(
      'Visits were taken from Six visits. Void their invoices first, or give the unused rest back with a credit note.',
    )
    expect(await voided(invoice.id)).toMatchObject({ status: 'void', paid: 0, reduced: 0 })
    expect(await get(packageId)).toMatchObject({ left: 6, rest: 40_000, uses: [{ takenBack: 'Wrong visit' }] })
    await test.request('billing.voidInvoice', { invoiceId: saleId, reason: 'Wrong', keepPaymentsAsCredit: true })
    expect(await get(packageId)).toMatchObject({ state: 'void', owed: 0 })
  })
  it('is at most the unused rest of the price, by a credit note, which ends the package', async () => {
    const { packageId, saleId } = await sold()
    await checkOut(await treated(), packageId)
    const credit = (amount: number) => ({ invoiceId: saleId, amount, reason: 'Moves away' })
    expect(await test.refuse('billing.creditNote', credit(33_335))).toMatchObject({
      code: 'rule_broken',
      message: 'Visits were taken from the package on INV-2026-0001. At most $333.34 of it can be let go.',
    })
    const noted = await test.request('billing.creditNote', credit(33_334) as Input<'billing.creditNote'>)
    expect(noted).toMatchObject({ reduced: 33_334, paid: 6666, balance: 0 })
    expect(await get(packageId)).toMatchObject({ state: 'ended', rest: 0 })
    const entry = noted.entries.find(({ kind }) => kind === 'credit-note')
    if (!entry) throw new Error('No credit note.')
    expect((await test.refuse('billing.checkOut', { appointmentId: await treated(), payment: null, packageId })).message).toContain('has ended')
  })
})

describe('an upgrade', () => {
  it('costs the difference, counts the visits used, and spreads what is left of the price over the rest', async () => {
    const { packageId } = await sold({ name: 'Three visits', amount: 3, price: cents(24_000) })
    const six = await aType()
    expect((await checkOut(await treated(patientId, '2026-11-17'), packageId)).paid).toBe(8000)
    expect((await get(packageId)).upgrades).toEqual([
      { packageTypeId: six, name: 'Six visits', difference: 16_000, words: '6 visits · 5 visits left after it · expires May 19, 2027' },
    ])
    const sale = await test.request('billing.upgradePackage', { packageId, packageTypeId: six, payment: pays(16_000) })
    expect(sale).toMatchObject({ kind: 'sale', total: 16_000, balance: 0, items: [{ kind: 'package', name: 'Six visits (upgrade of Three visits)' }] })
    const larger = await called('Six visits')
    expect(await get(larger)).toMatchObject({ left: 5, price: 40_000, rest: 32_000, before: [{ name: 'Three visits' }], uses: [{ value: 8000 }] })
    expect((await checkOut(await treated(patientId, '2026-11-18'), larger)).paid).toBe(6400)
    expect((await test.refuse('billing.checkOut', { appointmentId: await treated(), payment: null, packageId })).message).toBe(
      'Three visits was upgraded. Use the larger package.',
    )
  })
  it('is undone by voiding its invoice while nothing of it is used; a visit given back is in the larger one', async () => {
    const { packageId, saleId } = await sold({ name: 'Three visits', amount: 3, price: cents(24_000) })
    const first = await checkOut(await treated(patientId, '2026-11-17'), packageId)
    const sale = await test.request('billing.upgradePackage', { packageId, packageTypeId: await aType(), payment: pays(16_000) })
    await voided(first.id)
    expect((await test.refuse('billing.voidInvoice', { invoiceId: saleId, reason: 'x', keepPaymentsAsCredit: true })).message).toBe(
      'Three visits was upgraded. Void the invoice of the upgrade first.',
    )
    expect(await get(await called('Six visits'))).toMatchObject({ left: 6, rest: 40_000 })
    await test.request('billing.voidInvoice', { invoiceId: sale.id, reason: 'Changed her mind', keepPaymentsAsCredit: true })
    expect(await get(packageId)).toMatchObject({ state: 'usable', left: 3, rest: 24_000 })
  })
  it('is only to a larger and dearer one of the same kind, and only of one paid in full', async () => {
    const { packageId } = await sold()
    const refused = async (fields: Partial<TypeFields>) =>
      (await test.refuse('billing.upgradePackage', { packageId, packageTypeId: await aType(fields), payment: null })).message
    expect(await refused({ name: 'Cheap ten', amount: 10, price: cents(40_000) })).toBe(
      'Cheap ten is not a larger package than Six visits. Choose one that is.',
    )
    expect(await refused({ name: 'Dear three', amount: 3, price: cents(60_000) })).toContain('is not a larger package')
    expect(await refused({ name: 'Minutes', counts: 'minutes', amount: 600, price: cents(60_000) })).toContain('is not a larger package')
    await sell(await aType({ name: 'Owed' }), 10_000)
    const owed = (await held()).find(({ name }) => name === 'Owed')
    expect(owed).toMatchObject({ state: 'unpaid', owed: 30_000 })
    expect(
      await test.refuse('billing.upgradePackage', {
        packageId: owed?.id,
        packageTypeId: await aType({ name: 'Ten', amount: 10, price: cents(60_000) }),
        payment: null,
      }),
    ).toMatchObject({
      message: 'Owed is not paid in full yet. Take that payment first.',
    })
  })
})

describe('the lists', () => {
  it('hold what has something left, the soonest to expire first, and what is over', async () => {
    await sold({ name: 'Year card', monthsValid: 12 })
    await sold({ name: 'No end', monthsValid: null })
    const { packageId } = await sold({ name: 'One visit', amount: 1, price: cents(9000), monthsValid: 1 })
    const list = async (show: 'left' | 'over', find = '') => test.request('packages.list', { show, find })
    expect((await list('left')).rows).toMatchObject([{ name: 'One visit', expiresSoon: true }, { name: 'Year card', expiresSoon: false }, { name: 'No end' }])
    await checkOut(await treated(), packageId)
    expect((await list('left')).rows.map(({ name }) => name)).toEqual(['Year card', 'No end'])
    expect(await list('over')).toMatchObject({ count: 1, rows: [{ name: 'One visit', state: 'used-up' }] })
    expect(await list('left', 'reyes')).toMatchObject({ count: 2 })
    expect(await list('left', 'no END')).toMatchObject({ count: 1 })
    expect(await list('left', 'nobody')).toMatchObject({ count: 0, rows: [] })
  })
})
