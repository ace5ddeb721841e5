import { describe, expect, it } from 'vitest'
import { methodInWords } from './payment-method-words.ts'

describe('methodInWords', () => {
  it('names the check, and never a card’s reference', () => {
    expect(methodInWords({ method: 'check', reference: '1042' })).toBe('Check 1042')
    expect(methodInWords({ method: 'card', reference: '4242' })).toBe('Card')
    expect(methodInWords({ method: 'package', reference: '' })).toBe('Package')
    expect(methodInWords({ method: 'other', reference: 'Gift card 88-12' })).toBe('Gift card 88-12')
  })

  it.each(['4242424242424242', '4242 4242 4242 4242', '4242-4242-4242-4242'])('prints at most four digits of a card number: %s', number => {
    expect(methodInWords({ method: 'other', reference: `Card ${number}` })).toBe('Card ending 4242')
    expect(methodInWords({ method: 'check', reference: number })).toBe('Check ending 4242')
  })
})
