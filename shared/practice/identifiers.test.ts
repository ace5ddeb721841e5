import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNpi, isSsn, maskedTaxId, Npi, OptionalNpi, TaxId, taxIdWarning } from './identifiers.ts'

/** The check digit by the other textbook way: constant 24, doubled digits from the right. */
function withCheckDigit(nine: string): string {
  const sum = Array.from(nine).reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + Math.floor(doubled / 10) + (doubled % 10)
  }, 24)
  return `${nine}${(10 - (sum % 10)) % 10}`
}
const npi = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map(([first, rest]) => withCheckDigit(first + rest))

describe('NPI', () => {
  it.each(['1234567893', '1993999998', '2234567891'])('%s holds', text => {
    expect(isNpi(text)).toBe(true)
  })
  it.each(['1234567890', '1993999989', '3234567890', '123456789', '12345678933', '', '123456789a', '１２３４５６７８９３'])('%s does not', text => {
    expect(isNpi(text)).toBe(false)
  })

  it('begins with 1 or 2, even where the check digit is right', () => {
    expect(['1', '2', '3', '0'].map(first => isNpi(withCheckDigit(`${first}12345678`)))).toEqual([true, true, false, false])
  })

  it('holds for every number with its check digit', () => {
    fc.assert(fc.property(npi, text => isNpi(text)))
  })

  it('notices every wrong digit', () => {
    fc.assert(
      fc.property(npi, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
        const wrong = (Number(text[place]) + shift) % 10
        expect(isNpi(`${text.slice(0, place)}${wrong}${text.slice(place + 1)}`)).toBe(false)
      }),
    )
  })

  it('says what is wrong', () => {
    expect(Npi.safeParse('12345').error?.issues[0]?.message).toBe('An NPI has 10 digits.')
    expect(Npi.safeParse('1234567890').error?.issues.at(-1)?.message).toContain('one digit is wrong')
    expect(Npi.parse(' 1234567893 ')).toBe('1234567893')
    expect(OptionalNpi.parse('')).toBe('')
    expect(OptionalNpi.safeParse('1234567890').success).toBe(false)
  })
})

describe('tax ID', () => {
  it.each(['12-3456789', '123-45-6789', ''])('takes “%s”', text => {
    expect(TaxId.safeParse(text).success).toBe(true)
  })
  it.each(['123456789', '12-345678', '1-23456789', 'EIN 12-3456789'])('refuses “%s”', text => {
    expect(TaxId.safeParse(text).success).toBe(false)
  })
  it('warns, but does not refuse, what looks doubtful', () => {
    expect(taxIdWarning('12-3456789')).toBeUndefined()
    expect(taxIdWarning('00-3456789')).toContain('No EIN begins with 00')
    expect(taxIdWarning('123-45-6789')).toContain('social security number')
  })
  it('hides all but the last digits of a social security number', () => {
    expect([isSsn('123-45-6789'), isSsn('12-3456789')]).toEqual([true, false])
    expect([maskedTaxId('123-45-6789'), maskedTaxId('12-3456789')]).toEqual(['XXX-XX-6789', '12-3456789'])
  })
})
