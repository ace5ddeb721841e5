import { expect, it } from 'vitest'
import { line, optionalLine, prose, shortened } from './text.ts'

it('takes a line without the spaces around it', () => {
  expect(line('the last name').parse('  Reyes ')).toBe('Reyes')
  expect(optionalLine().parse('   ')).toBe('')
})

it('names what is missing or too long', () => {
  expect(line('the last name').safeParse('  ').error?.issues[0]?.message).toBe('Enter the last name.')
  expect(line('the last name', 5).safeParse('123456').error?.issues[0]?.message).toBe('Keep the last name under 6 characters.')
  expect(optionalLine(5).safeParse('123456').success).toBe(false)
  expect(prose(10).safeParse('x'.repeat(10_000)).success).toBe(false)
})

it('shortens a text at a word and says so; a short one stays', () => {
  expect(shortened('Turn the head slowly', 40)).toBe('Turn the head slowly')
  expect(shortened('Turn the head slowly', 16)).toBe('Turn the head…')
  expect(shortened('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`)
  expect(shortened('ab😀😀😀😀', 4)).toBe('ab…')
})

it('keeps one line in one line, and leaves out what cannot be seen or printed', () => {
  expect(line('the name').parse('Ana\nMaría\tde  la Cruz')).toBe('Ana María de la Cruz')
  expect(optionalLine().parse('a\u0000b\u202Ec\ud800')).toBe('abc')
  expect(line('the name').safeParse('\u0000\u202E').error?.issues[0]?.message).toBe('Enter the name.')
  expect(line('the name').safeParse('\u200B \u200D').error?.issues[0]?.message).toBe('Enter the name.')
  expect(line('the name').parse('مريم 👩‍👧 Zoë')).toBe('مريم 👩‍👧 Zoë')
  expect(prose().parse('two\r\nlines\u0000\tand a tab\ud800')).toBe('two\nlines\tand a tab')
})
