import { describe, expect, it } from 'vitest'
import { cents } from '../lib/money.ts'
import { superbillStatement } from './superbill.ts'

const totals = (charges: number, paid: number, discount = 0) => ({
  charges: cents(charges),
  discount: cents(discount),
  paid: cents(paid),
  balance: cents(charges - discount - paid),
})

describe('the words beside the total', () => {
  it('ask to reimburse the patient who paid', () => {
    expect(superbillStatement(totals(9600, 9600))).toMatchObject({
      answer: 'Reimburse the patient.',
      lead: 'Paid in full by the patient. Please send payment to the patient, not to the provider.',
    })
    expect(superbillStatement(totals(9600, 5000)).lead).toMatch(/^The patient paid the amounts listed\./)
  })

  it('do not ask to reimburse what nobody paid', () => {
    expect(superbillStatement(totals(9600, 0))).toMatchObject({ answer: 'Nothing is paid yet.', lead: 'The patient has not paid yet; $96.00 is open.' })
  })

  it('name a discount, and ask for nothing where it was the whole fee', () => {
    expect(superbillStatement(totals(9600, 8640, 960))).toMatchObject({
      lead: 'Paid in full by the patient. Please send payment to the patient, not to the provider.',
      rest: 'This is not an invoice, and benefits are not assigned. Charges are full fees; a discount of $9.60 was given.',
    })
    expect(superbillStatement(totals(9600, 0, 9600)).lead).toBe('The patient paid nothing, and nothing is open.')
  })

  it('always say that it is no invoice and that nothing is assigned', () => {
    for (const paid of [0, 100, 9600]) expect(superbillStatement(totals(9600, paid)).rest).toMatch(/not an invoice, and benefits are not assigned/)
  })
})
