import { expect, it } from 'vitest'
import { expandShorthand } from './shorthand.ts'

/** What stands there once a space is typed at the bar. */
const afterSpace = (text: string) => {
  const [left = '', right = ''] = text.split('|')
  const expanded = expandShorthand(left + right, `${left} ${right}`)
  return expanded && `${expanded.text.slice(0, expanded.caret)}|${expanded.text.slice(expanded.caret)}`
}

it('writes a technique out when a space follows its shorthand, wherever the caret is', () => {
  expect(afterSpace('Continue .mfr|')).toBe('Continue myofascial release |')
  expect(afterSpace('Better. .trp| to the levator')).toBe('Better. Trigger point release | to the levator')
  expect(afterSpace('.MFR|')).toBe('Myofascial release |')
  expect(afterSpace('more .sw|')).toBe('more Swedish massage |')
})

it('leaves alone what is no shorthand', () => {
  expect(afterSpace('Weekly.|')).toBeNull()
  expect(afterSpace('See a.mfr|')).toBeNull()
  expect(afterSpace('.xyz|')).toBeNull()
  expect(expandShorthand('', 'pasted .mfr text')).toBeNull()
})
