import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { aPatient } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { aDebt, amount, aPaymentOn } from './debt-sample.ts'

const TODAY = localDate('2026-11-19')
const HOME = { street: '12 Alder Lane', street2: '', city: 'Larkspur Falls', state: 'MT' as const, zip: '59000' }
const ALL = { search: '', filter: 'all', sort: 'oldest', page: 0 } as const

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const list = (choice: Partial<typeof ALL | { search: string; filter: 'credit' | 'days61'; sort: 'largest' | 'name' }> = {}) =>
  test.request('accounts.listBalances', { ...ALL, ...choice })

describe('Who owes what', () => {
  it('puts each open invoice under its age, the oldest debtor first, and leaves out who owes nothing', async () => {
    const ana = await aPatient(test, { firstName: 'Ana', lastName: 'Ruiz' })
    const ben = await aPatient(test, { firstName: 'Ben', lastName: 'Ode' })
    const paid = await aPatient(test, { firstName: 'Cy', lastName: 'Lund' })
    await aDebt(test, ana, { day: '2026-11-12', cents: 4500 })
    await aDebt(test, ana, { day: '2026-10-15', cents: 1000 })
    await aDebt(test, ben, { day: '2026-08-03', cents: 9000 })
    const invoice = await aDebt(test, paid, { day: '2026-09-01', cents: 2000 })
    await aPaymentOn(test, invoice.id, 'cash', 2000)
    const { rows, aging, shown, count } = await list()
    expect(rows.map(row => [row.name, row.since, row.invoices, row.aging])).toEqual([
      ['Ben Ode', '2026-08-03', 1, { current: 0, days31: 0, days61: 0, days91: 9000, total: 9000 }],
      ['Ana Ruiz', '2026-10-15', 2, { current: 4500, days31: 1000, days61: 0, days91: 0, total: 5500 }],
    ])
    expect({ count, shown, aging }).toEqual({ count: 2, shown: 14_500, aging: { current: 4500, days31: 1000, days61: 0, days91: 9000, total: 14_500 } })
    expect((await list({ sort: 'largest' })).rows.map(({ name }) => name)).toEqual(['Ben Ode', 'Ana Ruiz'])
    expect((await list({ search: 'rui an' })).rows.map(({ name }) => name)).toEqual(['Ana Ruiz'])
  })

  it('shows credit apart and never takes it off', async () => {
    const ana = await aPatient(test, { firstName: 'Ana', lastName: 'Ruiz' })
    await aDebt(test, ana, { day: '2026-11-12', cents: 4500 })
    const payment = { amount: amount(6000), method: 'check' as const, reference: '' }
    await test.request('billing.receivePayment', { patientId: ana, payment, paidOn: TODAY, splits: [] })
    const { rows, aging, credit } = await list()
    expect(rows[0]).toMatchObject({ name: 'Ana Ruiz', aging: { total: 4500 }, credit: 6000 })
    expect([aging.total, credit]).toEqual([4500, 6000])
    expect((await list({ filter: 'credit' })).rows).toHaveLength(1)
  })

  it('puts a household under who pays, also under somebody without a chart', async () => {
    const mother = await aPatient(test, { firstName: 'Ada', lastName: 'Vance', address: HOME })
    const pays = { name: 'Ada Vance', relation: 'Mother', phone: '' }
    const son = await aPatient(test, { firstName: 'Tom', lastName: 'Vance', bornOn: localDate('2014-02-01'), guarantor: { ...pays, patientId: mother } })
    const aunt = { ...pays, name: 'Ruth Karr', patientId: null }
    const [one, two] = [
      await aPatient(test, { firstName: 'Eli', address: HOME, guarantor: aunt }),
      await aPatient(test, { firstName: 'Ida', address: HOME, guarantor: aunt }),
    ]
    await aDebt(test, mother, { day: '2026-11-02', cents: 1000 })
    await aDebt(test, son, { day: '2026-09-10', cents: 2000 })
    await aDebt(test, one, { day: '2026-11-03', cents: 300 })
    await aDebt(test, two, { day: '2026-11-04', cents: 400 })
    const { rows } = await list({ sort: 'name' })
    expect(rows.map(row => [row.name, row.patients.toSorted(), row.aging.total, row.hasAddress])).toEqual([
      ['Ruth Karr', ['Eli Reyes', 'Ida Reyes'], 700, true],
      ['Ada Vance', ['Tom Vance'], 3000, true],
    ])
    const account = await test.request('accounts.getPayer', { payer: { by: 'patient', patientId: son } })
    expect(account).toMatchObject({ payer: { by: 'chart', patientId: mother }, name: 'Ada Vance', aging: { total: 3000, days61: 2000 } })
    expect(account.patients.map(({ name, invoices }) => [name, invoices.map(({ balance }) => balance)])).toEqual([
      ['Ada Vance', [1000]],
      ['Tom Vance', [2000]],
    ])
    const named = await test.request('accounts.getPayer', { payer: { by: 'patient', patientId: two } })
    expect([named.name, named.patients.length, named.aging.total]).toEqual(['Ruth Karr', 2, 700])
  })

  it('sends a child’s account to the guardian', async () => {
    const child = await aPatient(test, { bornOn: localDate('2014-02-01'), guardianName: 'Jon Reyes', guardianPhone: '(503) 555-0144' })
    await aDebt(test, child, { day: '2026-11-02', cents: 1000 })
    expect(await test.request('accounts.getPayer', { payer: { by: 'chart', patientId: child } })).toMatchObject({ name: 'Jon Reyes', phone: '(503) 555-0144' })
  })

  it('comes to the sum of the ledger’s entries, by age and in all, whatever the desk does', async () => {
    const patients: PatientId[] = [await aPatient(test), await aPatient(test, { firstName: 'Ben' })]
    const debts: { id: Parameters<typeof aPaymentOn>[1]; age: number }[] = []
    for (let i = 0; i < 12; i++) {
      const age = i * 13
      const { id } = await aDebt(test, patients[i % 2] ?? patients[0] ?? ('' as never), { day: addDays(TODAY, -age), cents: 1000 + i * 137, hour: 6 })
      debts.push({ id, age })
    }
    const step = fc.record({ debt: fc.nat(11), cents: fc.integer({ min: 1, max: 900 }), what: fc.constantFrom('pay', 'discount', 'credit-note', 'void') })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async steps => {
        for (const { debt, cents, what } of steps) {
          const invoiceId = debts[debt]?.id
          const reason = 'Agreed'
          if (what === 'pay')
            await test.app.invoke('billing.takePayment', { invoiceId, payment: { amount: cents, method: 'card', reference: '' }, paidOn: TODAY })
          if (what === 'discount') await test.app.invoke('billing.reduce', { invoiceId, kind: 'discount', amount: cents, reason })
          if (what === 'credit-note') await test.app.invoke('billing.creditNote', { invoiceId, amount: cents, reason })
          if (what === 'void' && cents < 40) await test.app.invoke('billing.voidInvoice', { invoiceId, reason })
        }
        const buckets = { current: 0, days31: 0, days61: 0, days91: 0 }
        for (const { id, age } of debts) {
          const { entries } = await test.request('billing.getInvoice', { invoiceId: id })
          const owed = entries.reduce((sum, entry) => sum + entry.amount, 0)
          buckets[age > 90 ? 'days91' : age > 60 ? 'days61' : age > 30 ? 'days31' : 'current'] += owed
        }
        const total = Object.values(buckets).reduce((sum, each) => sum + each, 0)
        const { rows, aging } = await list()
        expect(aging).toEqual({ ...buckets, total })
        expect(rows.reduce((sum, row) => sum + row.aging.total, 0)).toBe(total)
      }),
      { numRuns: 25 },
    )
  })
})
