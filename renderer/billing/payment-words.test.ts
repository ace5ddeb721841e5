import { describe, expect, it } from 'vitest'
import { Payment } from '../../shared/billing/schema.ts'
import { cents } from '../../shared/lib/money.ts'
import { lessInWords, paymentInWords, takeWords } from './payment-words.ts'

const total = cents(12_000)

describe('the words of the check-out button', () => {
  it.each([
    [{ amount: total, paidBy: 'card', reference: '' }, true, 'Take $120.00, print superbill'],
    [{ amount: total, paidBy: 'cash', reference: '' }, false, 'Take $120.00'],
    [{ amount: cents(5_000), paidBy: 'check', reference: '1024' }, true, 'Take $50.00, print superbill'],
    [{ amount: total, paidBy: 'later', reference: '' }, true, 'Check out, print superbill'],
    [{ amount: null, paidBy: 'card', reference: '' }, false, 'Check out'],
  ] as const)('%o with a superbill: %s', (entered, withSuperbill, words) => {
    expect(takeWords(total, entered, withSuperbill)).toBe(words)
  })

  it('takes nothing where nothing is charged', () => {
    expect(takeWords(cents(0), { amount: cents(0), paidBy: 'card', reference: '' }, true)).toBe('Check out, print superbill')
  })
})

it('says how the amount due comes about', () => {
  const credit = { amount: cents(3000), words: 'of credit' }
  expect(lessInWords(total, [{ amount: cents(1200), words: '(Self-pay discount 10 %)' }, credit])).toBe(
    '$120.00 less $12.00 (Self-pay discount 10 %) and $30.00 of credit',
  )
  expect(lessInWords(total, [{ amount: cents(0), words: 'of credit' }])).toBe('')
})

describe('a payment in words', () => {
  const payment = Payment.parse({
    id: '0b3f4b0e-7c3c-4f53-9d50-0d8d8a4cf001',
    amount: 4500,
    received: 4500,
    method: 'hsa',
    reference: '',
    paidOn: '2026-11-19',
    recordedAt: '2026-11-19T18:03:00.000Z',
    voidedAt: null,
    voidReason: '',
  })

  it('leaves out an empty reference', () => {
    expect(paymentInWords(payment)).toBe('$45.00 by HSA card, Nov 19, 2026')
  })

  it('names the reference', () => {
    expect(paymentInWords({ ...payment, method: 'card', reference: 'Visa 4417' })).toBe('$45.00 by card, Visa 4417, Nov 19, 2026')
  })
})
