import { z } from 'zod'
import { PaymentMethod } from '../billing/schema.ts'
import { Cents, cents } from '../lib/money.ts'

/** How many, and how much in all. */
export const Tally = z.strictObject({ count: z.int(), amount: Cents })
export type Tally = z.infer<typeof Tally>

/** What came in and went out by one method. `voided` is below 0 where money received was voided. */
export const MethodSum = z.strictObject({ method: PaymentMethod, received: Tally, refunded: Tally, voided: Tally, net: Cents })
export type MethodSum = z.infer<typeof MethodSum>

/** What the drawer should hold: what was in it, and the cash received, given back and voided since. */
export const DrawerSum = z.strictObject({ float: Cents, received: Cents, refunded: Cents, voided: Cents, expected: Cents })
export type DrawerSum = z.infer<typeof DrawerSum>

/** Money that changed hands, or that was voided. The amount is above 0 either way. */
export type MoneyMoved = { readonly kind: 'received' | 'refunded'; readonly method: PaymentMethod; readonly amount: Cents }

/** Everything since the last closing: money written down, and payments voided, also such as an earlier closing counted. */
export type DayMoney = { readonly float: Cents; readonly moved: readonly MoneyMoved[]; readonly voided: readonly MoneyMoved[] }

/** What a day comes to. A voided payment counts against the closing it is voided in, so that each closing stays as it was. */
export function closeDay({ float, moved, voided }: DayMoney): { methods: MethodSum[]; net: Cents; drawer: DrawerSum } {
  const methods = PaymentMethod.options.flatMap(method => {
    const own = moved.filter(money => money.method === method)
    const received = tallyOf(own.filter(({ kind }) => kind === 'received'))
    const refunded = tallyOf(own.filter(({ kind }) => kind === 'refunded'))
    const taken = voided.filter(money => money.method === method)
    const back = { count: taken.length, amount: cents(taken.reduce((sum, money) => sum - signed(money), 0)) }
    if (own.length === 0 && taken.length === 0) return []
    return [{ method, received, refunded, voided: back, net: cents(received.amount - refunded.amount + back.amount) }]
  })
  const cash = methods.find(({ method }) => method === 'cash')
  return {
    methods,
    net: cents(methods.reduce((sum, { net }) => sum + net, 0)),
    drawer: {
      float,
      received: cash?.received.amount ?? cents(0),
      refunded: cash?.refunded.amount ?? cents(0),
      voided: cash?.voided.amount ?? cents(0),
      expected: cents(float + (cash?.net ?? 0)),
    },
  }
}

const signed = ({ kind, amount }: MoneyMoved) => (kind === 'received' ? amount : 0 - amount)

/** How many and how much. */
export function tallyOf(all: readonly { readonly amount: Cents }[]): Tally {
  return { count: all.length, amount: cents(all.reduce((sum, { amount }) => sum + amount, 0)) }
}
