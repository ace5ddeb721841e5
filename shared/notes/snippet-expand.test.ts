import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClinicTechnique, Snippet } from './library-schema.ts'
import { expandShortcut, fillFacts, nextBlank, shortcutsOf } from './snippet-expand.ts'

const snippet = (shortcut: string, text: string) => Snippet.parse({ id: '00000000-0000-4000-8000-000000000001', shortcut, text })
const library = {
  snippets: [
    snippet('tol', 'tolerated treatment well; pain {pain} before, {after} after'),
    snippet('ic', 'Ice 10 minutes, {side} {region}.'),
    snippet('today', 'Seen {today}: {patient}.'),
  ],
  techniques: [ClinicTechnique.parse({ name: 'Warm bamboo', shorthand: 'wb', purpose: '' })],
}
const facts = { patient: 'Marisol Reyes', today: 'Nov 19, 2026', region: 'neck', pain: '' }
const shortcuts = shortcutsOf(library)

/** What stands there once a space is typed at the bar, with what is selected in square brackets. */
const afterSpace = (text: string) => {
  const [left = '', right = ''] = text.split('|')
  const expanded = expandShortcut(left + right, `${left} ${right}`, { shortcuts, facts })
  if (!expanded) return null
  const { start, end } = expanded.select
  return `${expanded.text.slice(0, start)}[${expanded.text.slice(start, end)}]${expanded.text.slice(end)}`
}

describe('a shortcut and a space', () => {
  it('writes a technique out, wherever the caret is, with a capital where a sentence begins', () => {
    expect(afterSpace('Continue .mfr|')).toBe('Continue myofascial release []')
    expect(afterSpace('Better. .trp| to the levator')).toBe('Better. Trigger point release [] to the levator')
    expect(afterSpace('.MFR|')).toBe('Myofascial release []')
    expect(afterSpace('more .sw|')).toBe('more Swedish massage []')
    expect(afterSpace('then .wb|')).toBe('then warm bamboo []')
  })

  it('writes the clinic’s own words out, fills what the visit knows, and selects the first blank', () => {
    expect(afterSpace('She .tol|')).toBe('She tolerated treatment well; pain [{pain}] before, {after} after ')
    expect(afterSpace('.today|')).toBe('Seen Nov 19, 2026: Marisol Reyes. []')
  })

  it('lets the clinic’s snippet win over a technique of the same shortcut', () => {
    expect(afterSpace('.ic|')).toBe('Ice 10 minutes, [{side}] neck. ')
  })

  it('leaves alone what is no shortcut', () => {
    expect(afterSpace('Weekly.|')).toBeNull()
    expect(afterSpace('See a.mfr|')).toBeNull()
    expect(afterSpace('.xyz|')).toBeNull()
    expect(expandShortcut('', 'pasted .mfr text', { shortcuts, facts })).toBeNull()
  })
})

it('fills only the blanks it has an answer for', () => {
  expect(fillFacts('{Patient}: {pain}, {side} {region}', facts)).toBe('Marisol Reyes: {pain}, {side} neck')
})

it('goes from blank to blank and finds an end', () => {
  const text = 'On the {side}, since {when}. {}'
  expect(nextBlank(text)).toEqual({ start: 7, end: 13 })
  expect(nextBlank(text, 13)).toEqual({ start: 21, end: 27 })
  expect(nextBlank(text, 27)).toBeNull()
  fc.assert(
    fc.property(fc.string(), words => {
      let at = 0
      for (let steps = 0; ; steps += 1) {
        const blank = nextBlank(words, at)
        if (!blank) return steps <= words.length
        expect(blank.end).toBeGreaterThan(at)
        at = blank.end
      }
    }),
  )
})
