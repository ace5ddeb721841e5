import type { PaymentMethod } from '../../shared/billing/schema.ts'
import type { Choice } from './select-field.tsx'

/** How the desk names each way of paying. */
const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  card: 'Card',
  cash: 'Cash',
  check: 'Check',
  hsa: 'HSA or FSA',
  insurance: 'Insurance',
  other: 'Other',
}

/** Ways of paying, and of giving money back. */
export const METHODS: readonly Choice<PaymentMethod>[] = [
  { value: 'card', label: METHOD_WORDS.card },
  { value: 'cash', label: METHOD_WORDS.cash },
  { value: 'check', label: METHOD_WORDS.check },
  { value: 'hsa', label: 'HSA' },
  { value: 'insurance', label: METHOD_WORDS.insurance },
  { value: 'other', label: METHOD_WORDS.other },
]
