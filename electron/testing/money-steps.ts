import type { Channel } from '../../shared/ipc/contract.ts'
import { statement } from '../db/statement.ts'
import type { MoneyClinic } from './money-clinic.ts'

/** Numbers by chance that come out the same for the same seed: at least 0, below 1. */
export type Chance = () => number

/** A row of chances from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Step = { readonly channel: Channel; readonly input: object }
type InvoiceRow = { readonly id: string; readonly patientId: string; readonly balance: number; readonly total: number; readonly isVoid: number }
type Seen = { readonly clinic: MoneyClinic; readonly chance: Chance }

const TODAY = '2026-11-19'
const rows = <R>({ clinic }: Seen, sql: string): R[] => statement<object, R>(clinic.db, sql).all({})
const pick = <T>(chance: Chance, from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)]
/** Mostly something possible, now and then all of it, one cent more, or far more. */
function amountUpTo(chance: Chance, most: number): number {
  const kind = chance()
  if (kind < 0.35) return Math.max(1, most)
  if (kind < 0.45) return most + 1
  if (kind < 0.5) return 99_999
  return 1 + Math.floor(chance() * Math.max(1, most))
}
const METHODS = ['card', 'cash', 'check', 'hsa', 'insurance', 'other'] as const
const money = (chance: Chance, amount: number) => ({ amount, method: pick(chance, METHODS) ?? 'cash', reference: chance() < 0.3 ? 'Ref 7' : '' })
const invoicesOf = (seen: Seen) =>
  rows<InvoiceRow>(
    seen,
    'SELECT id, patient_id AS patientId, total_cents AS total, total_cents - paid_cents - reduced_cents AS balance, voided_at IS NOT NULL AS isVoid FROM invoices ORDER BY row',
  )

function checkOut(seen: Seen): Step {
  const { chance, clinic } = seen
  const packages = rows<{ id: string }>(seen, 'SELECT id FROM packages')
  return {
    channel: 'billing.checkOut',
    input: {
      appointmentId: pick(chance, clinic.visits),
      payment: chance() < 0.4 ? money(chance, amountUpTo(chance, 9000)) : null,
      discount: chance() < 0.15 ? { amount: amountUpTo(chance, 2000), reason: 'Self-pay' } : null,
      packageId: chance() < 0.4 ? (pick(chance, packages)?.id ?? null) : null,
      credit: chance() < 0.2 ? amountUpTo(chance, 3000) : 0,
    },
  }
}

function sell(seen: Seen): Step {
  const { chance, clinic } = seen
  const item =
    chance() < 0.5
      ? { kind: 'product', productId: clinic.productId, quantity: 1 + Math.floor(chance() * 3) }
      : { kind: 'package', packageTypeId: pick(chance, clinic.packageTypes) }
  const payment = chance() < 0.7 ? money(chance, item.kind === 'package' ? 20_000 : amountUpTo(chance, 2999)) : null
  return { channel: 'billing.sell', input: { patientId: pick(chance, clinic.patients), items: [item], payment } }
}

function upgrade(seen: Seen): Step {
  const { chance, clinic } = seen
  const packageId = pick(chance, rows<{ id: string }>(seen, 'SELECT id FROM packages'))?.id
  return { channel: 'billing.upgradePackage', input: { packageId, packageTypeId: pick(chance, clinic.packageTypes), payment: null } }
}

function receive(seen: Seen): Step {
  const { chance, clinic } = seen
  const patientId = pick(chance, clinic.patients) ?? ''
  const open = invoicesOf(seen).filter(row => row.balance > 0 && row.isVoid === 0 && (row.patientId === patientId || chance() < 0.4))
  const splits = open.filter(() => chance() < 0.6).map(row => ({ invoiceId: row.id, amount: amountUpTo(chance, row.balance) }))
  const spread = splits.reduce((sum, split) => sum + split.amount, 0)
  const rest = chance() < 0.5 ? 0 : Math.floor(chance() * 8000)
  return { channel: 'billing.receivePayment', input: { patientId, payment: money(chance, Math.max(1, spread + rest)), paidOn: TODAY, splits } }
}

function onInvoice(seen: Seen, what: 'take' | 'credit' | 'reduce' | 'note' | 'void'): Step {
  const { chance, clinic } = seen
  const all = invoicesOf(seen)
  const open = all.filter(({ balance, isVoid }) => balance > 0 && isVoid === 0)
  const needsOpen = (what === 'take' || what === 'credit' || what === 'reduce') && chance() < 0.85
  const invoice = pick(chance, needsOpen ? open : all.filter(({ isVoid }) => isVoid === 0 || chance() < 0.3))
  const invoiceId = invoice?.id ?? clinic.visits[0]
  const credit = rows<{ sum: number | null }>(seen, 'SELECT -sum(amount_cents) AS sum FROM ledger WHERE invoice_id IS NULL')[0]?.sum ?? 0
  const amount = amountUpTo(chance, invoice?.balance ?? 1)
  const reason = 'By chance'
  const kind = pick(chance, ['discount', 'write-off', 'adjustment'] as const)
  const holder = pick(
    chance,
    rows<{ id: string }>(seen, 'SELECT patient_id AS id FROM ledger WHERE invoice_id IS NULL GROUP BY patient_id HAVING sum(amount_cents) < 0'),
  )
  const patientId = holder?.id ?? pick(chance, clinic.patients)
  const steps = {
    take: { channel: 'billing.takePayment', input: { invoiceId, payment: money(chance, amount), paidOn: TODAY } },
    credit: { channel: 'billing.applyCredit', input: { patientId, invoiceId, amount: amountUpTo(chance, Math.min(invoice?.balance ?? 1, credit)) } },
    reduce: { channel: 'billing.reduce', input: { invoiceId, kind, amount, reason } },
    note: { channel: 'billing.creditNote', input: { invoiceId, amount: amountUpTo(chance, invoice?.total ?? 1), reason } },
    void: { channel: 'billing.voidInvoice', input: { invoiceId, reason, keepPaymentsAsCredit: chance() < 0.7 } },
  } as const
  return steps[what]
}

function onPayment(seen: Seen, channel: 'billing.refund' | 'billing.voidPayment'): Step {
  const { chance, clinic } = seen
  const payment = pick(
    chance,
    rows<{ id: string; amount: number }>(
      seen,
      `SELECT id, amount_cents AS amount FROM payments${chance() < 0.8 ? " WHERE kind = 'received' AND voided_at IS NULL" : ''} ORDER BY row`,
    ),
  )
  const paymentId = payment?.id ?? clinic.visits[0]
  if (channel === 'billing.voidPayment') return { channel, input: { paymentId, reason: 'By chance' } }
  const refund = money(chance, amountUpTo(chance, payment?.amount ?? 1))
  return { channel, input: { paymentId, refund, refundedOn: TODAY, reason: 'By chance', creditNote: chance() < 0.5 } }
}

function takeBack(seen: Seen): Step {
  const entry = pick(
    seen.chance,
    rows<{ id: string }>(
      seen,
      "SELECT e.id FROM ledger e LEFT JOIN ledger r ON r.reverses = e.id WHERE (e.kind IN ('discount', 'write-off', 'adjustment', 'credit-note') AND e.reverses IS NULL AND r.id IS NULL) OR e.row % 17 = 0",
    ),
  )
  return { channel: 'billing.reverseEntry', input: { entryId: entry?.id ?? seen.clinic.visits[0], reason: 'By chance' } }
}

const STEPS: readonly (readonly [weight: number, step: (seen: Seen) => Step])[] = [
  [5, checkOut],
  [2, sell],
  [1, upgrade],
  [4, receive],
  [2, seen => onInvoice(seen, 'take')],
  [3, seen => onInvoice(seen, 'credit')],
  [2, seen => onInvoice(seen, 'reduce')],
  [2, seen => onInvoice(seen, 'note')],
  [2, seen => onInvoice(seen, 'void')],
  [3, seen => onPayment(seen, 'billing.refund')],
  [2, seen => onPayment(seen, 'billing.voidPayment')],
  [2, takeBack],
]
const BY_WEIGHT = STEPS.flatMap(([weight, step]) => Array.from({ length: weight }, () => step))

/** Something the desk does by chance, possible or not, with what is in the records now. */
export function stepByChance(clinic: MoneyClinic, chance: Chance): Step {
  const step = pick(chance, BY_WEIGHT) ?? checkOut
  return step({ clinic, chance })
}
