import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameBy, safeName, uniqueNames } from './file-name.ts'

const WORDS = { number: 'SB-2026-0118', 'last name': 'Reyes', 'first name': 'Marisol', from: '2026-10-01', to: '2026-10-31', chart: 'C-1042' }

describe('fileNameBy', () => {
  it('fills the clinic’s pattern in', () => {
    expect(fileNameBy('{number} {last name} {first name}', WORDS)).toBe('SB-2026-0118 Reyes Marisol.pdf')
    expect(fileNameBy('{Chart}_{from} to {to}', WORDS)).toBe('C-1042_2026-10-01 to 2026-10-31.pdf')
    expect(fileNameBy('{nothing} {number}', WORDS)).toBe('{nothing} SB-2026-0118.pdf')
    expect(fileNameBy('///', WORDS)).toBe('Paper.pdf')
  })

  it('does not fill in what a patient’s name brings along', () =>
    expect(fileNameBy('{last name} {first name}', { ...WORDS, 'last name': '{number}' })).toBe('{number} Marisol.pdf'))
})

describe('safeName', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['CON', 'Paper CON'],
    ['con.txt', 'Paper con.txt'],
    ['LPT1', 'Paper LPT1'],
    ['Conrad', 'Conrad'],
    ['evil\u202Efdp.exe', 'evil fdp.exe'],
    ['a\u0000b\nc', 'a b c'],
    ['   . .', 'Paper'],
    ['.hidden', 'hidden'],
    ['שרה כהן', 'שרה כהן'],
  ])('makes %j safe', (words, name) => expect(safeName(words)).toBe(name))

  it('never leaves the folder, never is a device, always fits, whatever is typed', () => {
    const hostile = fc.string({ unit: 'grapheme', maxLength: 300 }).map(text => `${text}../\\con`)
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ maxLength: 300 })), text => {
        const name = safeName(text)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[. ]|[. ]$|^$/u)
        expect(name).not.toMatch(/^(con|nul|aux|prn)(\.|\s|$)/i)
        expect(new TextEncoder().encode(`${name} (9999).pdf`).length).toBeLessThanOrEqual(255)
      }),
      { numRuns: 300 },
    )
  })
})

describe('uniqueNames', () => {
  it('counts what has the same letters, large or small', () => {
    const unique = uniqueNames()
    expect(['A.pdf', 'a.pdf', 'B.pdf', 'A.pdf', 'A (2).pdf'].map(unique)).toEqual(['A.pdf', 'a (2).pdf', 'B.pdf', 'A (3).pdf', 'A (2) (2).pdf'])
  })
})
