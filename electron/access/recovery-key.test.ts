import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printRecoveryKey, readRecoveryKey } from './recovery-key.ts'

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const replaceAt = (text: string, index: number, letter: string) => text.slice(0, index) + letter + text.slice(index + 1)

describe('the recovery key', () => {
  it('reads back what it printed, in any case, with or without dashes, O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(keys, key => {
        const printed = printRecoveryKey(key)
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}$/)
        const sloppy = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        for (const typed of [printed, sloppy, printed.replaceAll('-', ''), ` ${printed.replaceAll('1', 'I')}\n`]) expect(readRecoveryKey(typed)).toEqual(key)
      }),
    )
  })

  it('finds every single wrong letter and names its group', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 64 }), fc.nat({ max: 31 }), (key, place, which) => {
        const text = printRecoveryKey(key).replaceAll('-', '')
        const letter = LETTERS.charAt(which)
        fc.pre(text[place] !== letter)
        expect(() => readRecoveryKey(replaceAt(text, place, letter))).toThrow(`Group ${Math.floor(place / 5) + 1} `)
      }),
      { numRuns: 500 },
    )
  })

  it('finds groups in the wrong order, missing groups and foreign letters', () => {
    const printed = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 7))
    const groups = printed.split('-')
    expect(() => readRecoveryKey([groups[1], groups[0], ...groups.slice(2)].join('-'))).toThrow(/typo/)
    expect(() => readRecoveryKey(groups.slice(0, 12).join('-'))).toThrow('this has 60 of 65')
    expect(() => readRecoveryKey(`${printed}-00000`)).toThrow('this has 70 of 65')
    expect(() => readRecoveryKey('')).toThrow('this has 0 of 65')
    expect(() => readRecoveryKey(printed.replace(/.$/, 'U'))).toThrow('no “U”')
  })
})
