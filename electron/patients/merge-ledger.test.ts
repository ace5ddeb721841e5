import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { TestApp } from '../testing/test-app.ts'
import { twoCharts } from '../testing/two-charts.ts'

const paidOn = localDate('2026-11-19')
const cash = (amount: number) => ({ amount, method: 'cash' as const, reference: '' })
const keepAsCredit = (test: TestApp, patientId: PatientId, amount: number) =>
  test.request('billing.receivePayment', { patientId, payment: cash(amount), paidOn, splits: [] })

describe('the ledger of two charts', () => {
  it('is one account after the merge, and two again after it is undone, to the cent', async () => {
    const { test, keepId, otherId, merge } = await twoCharts()
    await keepAsCredit(test, otherId, 3000)
    const account = (patientId: PatientId) => test.request('billing.getAccount', { patientId })
    const [keep, other] = [await account(keepId), await account(otherId)]
    const { id: mergeId } = await merge()
    expect(await account(keepId)).toMatchObject({ owed: keep.owed + other.owed, credit: 3000 })
    expect((await account(keepId)).entries.at(-1)?.balanceAfter).toBe(keep.owed + other.owed - 3000)
    await test.request('patients.undoMerge', { mergeId })
    expect(await account(keepId)).toEqual(keep)
    expect(await account(otherId)).toEqual(other)
  })
  it('is not torn apart once money of the one was used for the other', async () => {
    const { test, keepId, otherId, merge } = await twoCharts()
    await keepAsCredit(test, otherId, 3000)
    const { id: mergeId } = await merge()
    const { open } = await test.request('billing.getAccount', { patientId: keepId })
    const own = open.find(({ serviceOn }) => serviceOn === '2026-11-19')
    if (!own) throw new Error('The kept chart owes nothing.')
    await test.request('billing.applyCredit', { patientId: keepId, invoiceId: own.id, amount: 1000 })
    expect((await test.refuse('patients.undoMerge', { mergeId })).message).toContain('Money that would go back was used or given back on Nov 19, 2026.')
  })
  it('still comes apart where the one had paid for the other before', async () => {
    const { test, keepId, otherId, merge } = await twoCharts()
    await test.request('patients.joinHousehold', { patientId: keepId, withId: otherId })
    const { open } = await test.request('billing.getAccount', { patientId: keepId })
    const own = open.find(({ patientId }) => patientId === keepId)
    if (!own) throw new Error('The kept chart owes nothing.')
    const splits = [{ invoiceId: own.id, amount: 500 }]
    await test.request('billing.receivePayment', { patientId: otherId, payment: cash(500), paidOn, splits })
    test.setNow('2026-11-19T17:30:00.000Z')
    const { id: mergeId } = await merge()
    await test.request('patients.undoMerge', { mergeId })
    const { entries } = await test.request('billing.getAccount', { patientId: keepId })
    expect(entries.at(-1)).toMatchObject({ amount: -500, payer: 'Marisol Reyez' })
  })
})
