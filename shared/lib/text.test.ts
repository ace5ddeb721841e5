import { expect, it } from 'vitest'
import { line, optionalLine, prose } from './text.ts'

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
