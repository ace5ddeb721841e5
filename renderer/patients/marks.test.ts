import { describe, expect, it } from 'vitest'
import { markDigits, markWords } from './marks.ts'

const shown = (parts: readonly { text: string; isMatch: boolean }[]) => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

describe('which parts of a name are marked', () => {
  it.each([
    ['Reyes, Marisol', 'mar', 'Reyes, [Mar]isol'],
    ['Reyes, Marisol', 'mar reyes', '[Reyes], [Mar]isol'],
    ['Müller, Søren', 'muller sor', '[Müller], [Sør]en'],
    ['Delmar, Jeanne', 'mar', 'Delmar, Jeanne'],
    ['O’Brien, Pat', 'obr', '[O’Br]ien, Pat'],
    ['Reyes, Marisol', '', 'Reyes, Marisol'],
  ])('%s for “%s”', (name, typed, expected) => expect(shown(markWords(name, typed))).toBe(expected))
})

describe('which digits of a phone number are marked', () => {
  it.each([
    ['(406) 555-0142', '5550142', '(406) [555-0142]'],
    ['(406) 555-0142', '06555', '(4[06) 555]-0142'],
    ['(406) 555-0142', '14', '(406) 555-0142'],
  ])('%s for “%s”', (phone, typed, expected) => expect(shown(markDigits(phone, typed))).toBe(expected))
})
