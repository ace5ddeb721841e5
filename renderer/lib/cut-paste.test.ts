import { expect, it } from 'vitest'
import { cutInWords } from './cut-paste.ts'

it.each([
  ['all fits', { value: '', selected: 0, limit: 200, text: 'x'.repeat(200) }, null],
  ['no limit', { value: '', selected: 0, limit: -1, text: 'x'.repeat(9000) }, null],
  ['what is selected makes room', { value: 'abc', selected: 3, limit: 5, text: '12345' }, null],
  [
    'a long text',
    { value: '', selected: 0, limit: 200, text: 'x'.repeat(3612) },
    'Only 200 characters fit here; the last 3,412 of what was pasted were left out.',
  ],
  ['a full field', { value: 'abcde', selected: 0, limit: 5, text: 'f' }, 'Only 5 characters fit here; the last 1 of what was pasted were left out.'],
])('says what a field cuts off: %s', (_case, pasted, words) => {
  expect(cutInWords(pasted)).toBe(words)
})
