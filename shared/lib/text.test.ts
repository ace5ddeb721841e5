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
