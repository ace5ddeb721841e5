import type { VisitPayment } from './charged-visit.ts'

const METHODS: Readonly<Record<VisitPayment['method'], string>> = {
  card: 'Card',
  cash: 'Cash',
  check: 'Check',
  hsa: 'HSA card',
  insurance: 'Insurance',
  other: 'Other',
  package: 'Package',
}

/** A run of 12 to 19 digits, with spaces or hyphens between them: a card number that somebody typed as a reference. */
const CARD_NUMBER = /\d(?:[ -]?\d){11,18}/g

/** `Check 1042`: how a payment was made, as papers say it. Card references are never printed, and of a card number typed elsewhere only its last four digits. */
export function methodInWords({ method, reference }: Pick<VisitPayment, 'method' | 'reference'>): string {
  const said = reference.replaceAll(CARD_NUMBER, number => `ending ${number.replaceAll(/\D/g, '').slice(-4)}`)
  if (method === 'check' && said !== '') return `Check ${said}`
  return method === 'other' && said !== '' ? said : METHODS[method]
}
