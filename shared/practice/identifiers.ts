import { z } from 'zod'

/** Whether the digits hold under Luhn, rightmost digit as the check digit. */
function luhnHolds(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Whether a National Provider Identifier is well formed: 10 digits, first 1 or 2, Luhn over 80840 + NPI (45 CFR 162.406, CMS check-digit note). */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhnHolds(`80840${text}`)
}

/** An NPI, required. */
export const Npi = z
  .string()
  .trim()
  .regex(/^\d{10}$/, 'An NPI has 10 digits.')
  .refine(isNpi, 'This NPI does not add up: one digit is wrong. Compare it with the NPI registry.')

/** An NPI that may be left empty. */
export const OptionalNpi = z.union([z.literal(''), Npi])

/** Prefixes the IRS has not assigned to employer identification numbers; only worth a warning. */
const UNASSIGNED_EIN_PREFIXES = new Set(['00', '07', '08', '09', '17', '18', '19', '28', '29', '49', '69', '70', '78', '79', '89', '96', '97'])

/** A tax ID as it is printed: EIN `12-3456789`, or an SSN `123-45-6789` where the practitioner has no EIN. */
export const TaxId = z.union([
  z.literal(''),
  z
    .string()
    .trim()
    .regex(/^(\d{2}-\d{7}|\d{3}-\d{2}-\d{4})$/, 'Write an EIN as 12-3456789.'),
])

/** Whether a tax ID is a social security number, which is printed only where it must be. */
export const isSsn = (taxId: string) => /^\d{3}-\d{2}-\d{4}$/.test(taxId)

/** A sentence when a tax ID looks doubtful, else undefined. Never a refusal. */
export function taxIdWarning(taxId: string): string | undefined {
  if (isSsn(taxId)) return 'This looks like a social security number. An EIN keeps it off your papers.'
  if (UNASSIGNED_EIN_PREFIXES.has(taxId.slice(0, 2))) return `No EIN begins with ${taxId.slice(0, 2)}. Compare it with your IRS letter.`
  return undefined
}

/** `XXX-XX-1234` for an SSN, the EIN as it is: for every paper but superbill and claim form. */
export const maskedTaxId = (taxId: string) => (isSsn(taxId) ? `XXX-XX-${taxId.slice(-4)}` : taxId)
