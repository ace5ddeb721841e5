/** A US number as the clinic writes it: ten digits, or eleven with a leading 1, become `(406) 555-0142`. Anything else stays as typed. */
export function tidyPhone(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  const ten = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  if (ten.length !== 10 || /[a-z]/i.test(typed)) return typed
  return `(${ten.slice(0, 3)}) ${ten.slice(3, 6)}-${ten.slice(6)}`
}
