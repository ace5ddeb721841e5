import type { PaymentMethod } from '../billing/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import type { PaymentId } from '../lib/ids.ts'
import type { Cents } from '../lib/money.ts'

/** Money received or given back, as papers say it. */
export type PaymentOnPaper = {
  readonly id: PaymentId
  readonly amount: Cents
  readonly method: PaymentMethod
  readonly reference: string
  readonly paidOn: LocalDate
}

const METHODS: Readonly<Record<PaymentMethod, string>> = { card: 'Card', cash: 'Cash', check: 'Check', hsa: 'HSA card', insurance: 'Insurance', other: 'Other' }

/** “HSA card ending 0142”, “Check 1042”, “Cash”: of a card never more than the last four digits, and nothing that is no card’s ending. */
export function paymentWords({ method, reference }: Pick<PaymentOnPaper, 'method' | 'reference'>): string {
  const typed = reference.trim()
  if (method === 'card' || method === 'hsa') {
    const [, ending] = /^(?:[\d\s*•.xX-]*\D)?(\d{4})$/.exec(typed.length > 4 && /^\d+$/.test(typed) ? typed.slice(-4) : typed) ?? []
    return ending === undefined ? METHODS[method] : `${METHODS[method]} ending ${ending}`
  }
  if (method === 'check' && typed !== '') return `Check ${typed}`
  return method === 'other' && typed !== '' ? typed : METHODS[method]
}
