import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PaymentMethod } from '../billing/schema.ts'
import { cents } from '../lib/money.ts'
import { closeDay, type MoneyMoved } from './close-day.ts'
import { countedOf } from './drawer.ts'

const money = fc.record({
  kind: fc.constantFrom('received' as const, 'refunded' as const),
  method: fc.constantFrom(...PaymentMethod.options),
  amount: fc.integer({ min: 1, max: 1_000_000 }).map(cents),
})
const sum = (all: readonly number[]) => all.reduce((total, amount) => total + amount, 0)
const signed = ({ kind, amount }: MoneyMoved) => (kind === 'received' ? amount : 0 - amount)

describe('Closing the day', () => {
  it('comes to what was received less what was given back and voided, by each method and in all', () => {
    fc.assert(
      fc.property(fc.array(money), fc.array(money), fc.nat(50_000), (moved, voided, float) => {
        const { methods, net, drawer } = closeDay({ float: cents(float), moved, voided })
        const of = (all: readonly MoneyMoved[], method: string) => sum(all.filter(each => each.method === method).map(signed))
        for (const each of methods) expect(each.net).toBe(of(moved, each.method) - of(voided, each.method))
        expect(net).toBe(sum(moved.map(signed)) - sum(voided.map(signed)))
        expect(drawer.expected).toBe(float + of(moved, 'cash') - of(voided, 'cash'))
        expect(drawer.expected).toBe(drawer.float + drawer.received - drawer.refunded + drawer.voided)
      }),
    )
  })

  it('counts each payment once over all closings, whenever it is voided', () => {
    const history = fc.array(fc.record({ money, closesAfter: fc.boolean(), voidedAfter: fc.option(fc.nat(6)) }), { maxLength: 40 })
    fc.assert(
      fc.property(history, payments => {
        const days: { moved: MoneyMoved[]; voided: MoneyMoved[] }[] = [{ moved: [], voided: [] }]
        const voids: { on: number; money: MoneyMoved }[] = []
        for (const { money: each, closesAfter, voidedAfter } of payments) {
          days.at(-1)?.moved.push(each)
          if (voidedAfter !== null) voids.push({ on: days.length - 1 + voidedAfter, money: each })
          if (closesAfter) days.push({ moved: [], voided: [] })
        }
        for (const { on, money: each } of voids) (days[on] ?? days.at(-1))?.voided.push(each)
        const nets = days.map(day => closeDay({ float: cents(0), ...day }).net)
        expect(sum(nets)).toBe(sum(payments.filter(({ voidedAfter }) => voidedAfter === null).map(payment => signed(payment.money))))
      }),
    )
  })

  it('lists only methods that were used, and says how many payments there were', () => {
    const { methods } = closeDay({
      float: cents(0),
      moved: [
        { kind: 'received', method: 'cash', amount: cents(5000) },
        { kind: 'received', method: 'cash', amount: cents(2500) },
        { kind: 'refunded', method: 'cash', amount: cents(1000) },
      ],
      voided: [{ kind: 'received', method: 'check', amount: cents(4000) }],
    })
    expect(methods).toEqual([
      { method: 'cash', received: { count: 2, amount: 7500 }, refunded: { count: 1, amount: 1000 }, voided: { count: 0, amount: 0 }, net: 6500 },
      { method: 'check', received: { count: 0, amount: 0 }, refunded: { count: 0, amount: 0 }, voided: { count: 1, amount: -4000 }, net: -4000 },
    ])
  })

  it('counts bills, coins and rolls', () => {
    const pieces = [
      { value: 10_000, count: 1 },
      { value: 2000, count: 3 },
      { value: 25, count: 5 },
      { value: 1, count: 4 },
    ]
    expect(countedOf({ pieces, other: cents(1000) })).toBe(17_129)
  })
})
