import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Address, Phone } from '../practice/schema.ts'
import { phoneDigits } from './search-index.ts'
import { STATE_CODES } from './states.ts'
import { readAddressLine, tidyName, tidyPhone, tidyState, tidyZip } from './typed.ts'

describe('a phone number', () => {
  it.each([
    ['4065550142', '(406) 555-0142'],
    ['406.555.0142', '(406) 555-0142'],
    ['+1 (406) 555 0142', '(406) 555-0142'],
    ['1-406-555-0142', '(406) 555-0142'],
    ['406/555-0142', '(406) 555-0142'],
    ['406-555-0142 ext 12', '(406) 555-0142 x12'],
    ['4065550142x12', '(406) 555-0142 x12'],
    ['406 555 0142 #7', '(406) 555-0142 x7'],
    ['(406) 555-0142 extension 12', '(406) 555-0142 x12'],
    ['555-0142', '555-0142'],
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['call her sister', 'call her sister'],
    ['', ''],
  ])('%s becomes %s', (typed, tidy) => expect(tidyPhone(typed)).toBe(tidy))

  const typed = fc.stringMatching(/^\+?[1-9()][\d ().-]{6,16}(( x|ext\.? ?| #)\d{1,6})?$/)
  it('keeps its digits and extension, and stays once tidy', () => {
    fc.assert(
      fc.property(typed, text => {
        const tidy = tidyPhone(text)
        expect(tidyPhone(tidy)).toBe(tidy)
        expect(phoneDigits(tidy.replace('#', 'x'))).toBe(phoneDigits(text.replace('#', 'x')))
        const extension = /(?:x|ext\.?|#)\s*(\d+)\s*$/.exec(text)?.[1]
        if (extension) expect(tidy.endsWith(extension)).toBe(true)
        if (tidy.startsWith('(') && tidy !== text.trim()) expect(Phone.safeParse(tidy).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a name', () => {
  it.each([
    ['marisol', 'Marisol'],
    ['mcdonald', 'McDonald'],
    ['McDonald', 'McDonald'],
    ['mcd', 'Mcd'],
    ['macy', 'Macy'],
    ['o’brien', 'O’Brien'],
    ["o'brien", "O'Brien"],
    ["d'angelo", "D'Angelo"],
    ['de la cruz', 'de la Cruz'],
    ['de la Cruz', 'de la Cruz'],
    ['De La Cruz', 'De La Cruz'],
    ['van dyk', 'van Dyk'],
    ['van', 'Van'],
    ['anna-lena', 'Anna-Lena'],
    ['  maria   de los angeles ', 'Maria de los Angeles'],
    ['REYES', 'REYES'],
    ['bell hooks-Smith', 'bell hooks-Smith'],
    ['élodie', 'Élodie'],
    ['ßa', 'ßa'],
    ['健康', '健康'],
    ['', ''],
  ])('%s becomes %s', (typed, tidy) => expect(tidyName(typed)).toBe(tidy))

  it('keeps its letters, stays once tidy, and stays as typed with any capital', () => {
    const letters = fc.stringMatching(/^[a-zA-Zéßøç'’ -]{0,24}$/)
    fc.assert(
      fc.property(letters, typed => {
        const tidy = tidyName(typed)
        const spaced = typed.replace(/\s+/g, ' ').trim()
        expect(tidyName(tidy)).toBe(tidy)
        expect(tidy.toLowerCase()).toBe(spaced.toLowerCase())
        if (/[A-Z]/.test(typed)) expect(tidy).toBe(spaced)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an address in one line', () => {
  const at = (street: string, street2 = '') => ({ street, street2, city: 'Larkspur Falls', state: 'MT', zip: '59000' })
  it.each([
    ['12 Main St, Larkspur Falls MT 59000', at('12 Main St')],
    ['12 Main St, Larkspur Falls, mt 59000', at('12 Main St')],
    ['12 Main St,Larkspur Falls,Montana,59000', at('12 Main St')],
    ['12 Main St Apt 4B, Larkspur Falls, MT 59000', at('12 Main St', 'Apt 4B')],
    ['12 Main St #4, Larkspur Falls, MT 59000', at('12 Main St', '#4')],
    ['12 Main St, Unit 4, Larkspur Falls, MT 59000', at('12 Main St', 'Unit 4')],
    ['PO Box 12, Larkspur Falls MT 59000', at('PO Box 12')],
    ['12 Main St, St. Paul MN 55101-1234', { street: '12 Main St', street2: '', city: 'St. Paul', state: 'MN', zip: '55101-1234' }],
    ['1 Elm Ave, Charleston, West Virginia 25301', { street: '1 Elm Ave', street2: '', city: 'Charleston', state: 'WV', zip: '25301' }],
    ['9 K St NW, Washington, District of Columbia 20001', { street: '9 K St NW', street2: '', city: 'Washington', state: 'DC', zip: '20001' }],
  ])('%s', (typed, address) => {
    expect(readAddressLine(typed)).toEqual(address)
    expect(Address.safeParse(address).success).toBe(true)
  })

  it.each([
    '12 Main St',
    '12 Main St, Larkspur Falls',
    '12 Main St, Larkspur Falls MT',
    '12 Main St Larkspur Falls MT 59000',
    'Main St, Larkspur Falls MT 59000',
    '12 Main St, behind the mill, Larkspur Falls MT 59000',
    '12 Main St, Larkspur Falls XX 59000',
    '',
  ])('is left alone where it does not clearly read so: %s', typed => expect(readAddressLine(typed)).toBeNull())

  it('reads back what it was made of', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/).filter(text => STATE_CODES[text.toLowerCase()] === undefined)
    const parts = fc.record({
      number: fc.integer({ min: 1, max: 99_999 }),
      road: word,
      city: word,
      state: fc.constantFrom(...new Set(Object.values(STATE_CODES))),
      zip: fc.stringMatching(/^\d{5}(-\d{4})?$/),
    })
    fc.assert(
      fc.property(parts, ({ number, road, city, state, zip }) => {
        const street = `${number} ${road} Rd`
        expect(readAddressLine(`${street}, ${city} ${state} ${zip}`)).toEqual({ street, street2: '', city, state, zip })
      }),
    )
  })
})

describe('state and ZIP', () => {
  it.each([
    ['mt', 'MT'],
    ['montana', 'MT'],
    ['New  Mexico', 'NM'],
    ['zz', 'ZZ'],
    ['', ''],
  ])('%s is %s', (typed, state) => expect([tidyState(typed), tidyState(tidyState(typed))]).toEqual([state, state]))
  it.each([
    ['59000', '59000'],
    ['590001234', '59000-1234'],
    ['59000 1234', '59000-1234'],
    ['59000-1234', '59000-1234'],
    ['5900', '5900'],
  ])('%s is %s', (typed, zip) => expect([tidyZip(typed), tidyZip(tidyZip(typed))]).toEqual([zip, zip]))
})
