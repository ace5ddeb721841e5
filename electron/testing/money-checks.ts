import type { Output } from '../../shared/ipc/contract.ts'
import { statement } from '../db/statement.ts'
import type { MoneyClinic } from './money-clinic.ts'

// Each finds what must never be: an independent recompute, from the entries alone, of what the product keeps as sums.
const NEVER: Readonly<Record<string, string>> = {
  'an invoice differs from its entries': `
    SELECT i.number FROM invoices i LEFT JOIN ledger e ON e.invoice_id = i.id GROUP BY i.id
    HAVING coalesce(sum(e.amount_cents), 0) <> CASE WHEN i.voided_at IS NULL THEN i.total_cents - i.paid_cents - i.reduced_cents ELSE 0 END
        OR coalesce(sum(CASE WHEN e.kind IN ('payment', 'credit', 'refund', 'package') THEN -e.amount_cents END), 0) <> i.paid_cents
        OR coalesce(sum(CASE WHEN e.kind IN ('discount', 'write-off', 'adjustment', 'credit-note') THEN -e.amount_cents END), 0) <> i.reduced_cents`,
  'an invoice was charged something else than its lines': `
    SELECT i.number FROM invoices i
     WHERE i.total_cents <> coalesce((SELECT sum(l.units * l.unit_fee_cents) FROM invoice_lines l WHERE l.invoice_id = i.id), 0)
                          + coalesce((SELECT sum(t.unit_price_cents * t.quantity + t.tax_cents) FROM invoice_items t WHERE t.invoice_id = i.id), 0)
        OR i.total_cents <> coalesce((SELECT sum(e.amount_cents) FROM ledger e WHERE e.invoice_id = i.id AND e.kind = 'charge' AND e.reverses IS NULL), 0)`,
  'an invoice is overpaid, or a void one holds money': `
    SELECT number FROM invoices
     WHERE paid_cents < 0 OR reduced_cents < 0 OR paid_cents + reduced_cents > total_cents OR (voided_at IS NOT NULL AND paid_cents + reduced_cents <> 0)`,
  'a payment is not where it went': `
    SELECT p.id FROM payments p WHERE p.kind = 'received'
       AND coalesce((SELECT -sum(e.amount_cents) FROM ledger e WHERE e.payment_id = p.id), 0)
        <> CASE WHEN p.voided_at IS NULL THEN p.amount_cents - coalesce((SELECT sum(r.amount_cents) FROM payments r WHERE r.refund_of = p.id), 0) ELSE 0 END`,
  'more was given back than came in': `
    SELECT p.id FROM payments p WHERE p.kind = 'received' AND (SELECT sum(r.amount_cents) FROM payments r WHERE r.refund_of = p.id) > p.amount_cents`,
  'a refund is not what its entries give back': `
    SELECT p.id FROM payments p WHERE p.kind = 'refunded' AND p.amount_cents <> (SELECT sum(e.amount_cents) FROM ledger e WHERE e.refund_id = p.id)`,
  'credit or a payment on an invoice is below zero': `
    SELECT payment_id FROM ledger WHERE payment_id IS NOT NULL GROUP BY payment_id, invoice_id, patient_id HAVING sum(amount_cents) > 0`,
  'money on account is on another account than the payer’s': `
    SELECT e.id FROM ledger e JOIN payments p ON p.id = e.payment_id WHERE e.invoice_id IS NULL AND e.patient_id <> p.patient_id`,
  'an entry is on another account than its invoice': `
    SELECT e.id FROM ledger e JOIN invoices i ON i.id = e.invoice_id WHERE e.patient_id <> i.patient_id`,
  'an entry was taken back by something else': `
    SELECT r.id FROM ledger r JOIN ledger o ON o.id = r.reverses
     WHERE o.reverses IS NOT NULL OR r.kind <> o.kind OR r.invoice_id IS NOT o.invoice_id OR r.payment_id IS NOT o.payment_id OR r.row < o.row
        OR r.amount_cents * o.amount_cents > 0 OR abs(r.amount_cents) > abs(o.amount_cents)
        OR (r.payment_id IS NULL AND abs(r.amount_cents) <> abs(o.amount_cents))`,
  'a package paid something else than its uses': `
    SELECT i.number FROM invoices i
     WHERE coalesce((SELECT -sum(e.amount_cents) FROM ledger e WHERE e.invoice_id = i.id AND e.kind = 'package'), 0)
        <> coalesce((SELECT sum(u.value_cents) FROM package_uses u WHERE u.invoice_id = i.id), 0)`,
  'money appeared or was lost': `
    SELECT 1 WHERE (SELECT coalesce(sum(CASE kind WHEN 'received' THEN amount_cents ELSE -amount_cents END), 0) FROM payments WHERE voided_at IS NULL)
               <> (SELECT coalesce(-sum(amount_cents), 0) FROM ledger WHERE kind IN ('payment', 'credit', 'refund'))`,
  'a visit has two invoices': `
    SELECT appointment_id FROM invoices WHERE voided_at IS NULL AND appointment_id IS NOT NULL GROUP BY appointment_id, kind HAVING count(*) > 1`,
}

const GAPLESS = [
  ['invoices', 'INV', 'SELECT number FROM invoices ORDER BY row'],
  ['credit notes', 'CN', 'SELECT number FROM ledger WHERE number IS NOT NULL ORDER BY row'],
] as const

/** What is wrong with the money in the records, in words; empty where nothing is. */
export function moneyProblems({ db }: Pick<MoneyClinic, 'db'>): string[] {
  const found = Object.entries(NEVER).flatMap(([words, sql]) => {
    const row = statement<object, object>(db, sql).get({})
    return row ? [`${words}: ${JSON.stringify(row)}`] : []
  })
  const gaps = GAPLESS.flatMap(([what, prefix, sql]) => {
    const numbers = statement<object, { number: string }>(db, sql).all({})
    const isGapless = numbers.every(({ number }, index) => number === `${prefix}-2026-${String(index + 1).padStart(4, '0')}`)
    return isGapless ? [] : [`the numbers of ${what} have gaps: ${numbers.map(({ number }) => number).join(' ')}`]
  })
  return [...found, ...gaps]
}

/** Where what the product answers about balances, credit and aging differs from the entries, in words. */
export async function answerProblems({ invoke, db, patients }: Pick<MoneyClinic, 'invoke' | 'db' | 'patients'>): Promise<string[]> {
  const ask = async <T>(channel: string, input: object): Promise<T> => {
    const answer = await invoke(channel, input)
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`)
    return answer.value as T
  }
  const sumOf = (where: string) =>
    statement<object, { sum: number }>(db, `SELECT coalesce(sum(amount_cents), 0) AS sum FROM ledger WHERE ${where}`).get({})?.sum ?? 0
  const problems: string[] = []
  const same = (words: string, said: number, found: number) => void (said === found || problems.push(`${words}: ${said} said, ${found} found`))
  for (const patientId of patients) {
    const account = await ask<Output<'billing.getAccount'>>('billing.getAccount', { patientId })
    same('owed', account.owed, sumOf(`patient_id = '${patientId}' AND invoice_id IS NOT NULL`))
    same('credit', account.credit, 0 - sumOf(`patient_id = '${patientId}' AND invoice_id IS NULL`))
    same('the last balance', account.entries.at(-1)?.balanceAfter ?? 0, account.owed - account.credit)
  }
  const owed = sumOf('invoice_id IS NOT NULL')
  const open = await ask<Output<'billing.listInvoices'>>('billing.listInvoices', { patientId: null, show: 'open', before: null })
  same('open invoices', open.openTotal, owed)
  const { aging } = await ask<Output<'accounts.listBalances'>>('accounts.listBalances', { search: '', filter: 'all', sort: 'name', page: 0 })
  same('aging', aging.total, owed)
  same('the parts of aging', aging.current + aging.days31 + aging.days61 + aging.days91, owed)
  return problems
}
