import { describe, expect, it } from 'vitest'
import { POSTURE_FINDINGS } from './posture.ts'
import { SHIPPED_SNIPPETS } from './shipped-snippets.ts'
import { SHIPPED_TEMPLATES } from './shipped-templates.ts'
import { nextBlank } from './snippet-expand.ts'
import { SPECIAL_TESTS } from './special-tests.ts'
import { MUSCLES } from './strength.ts'
import { TECHNIQUES } from './techniques.ts'

const texts = [
  ...SHIPPED_SNIPPETS.map(({ text }) => text),
  ...SHIPPED_TEMPLATES.flatMap(({ content }) => [content.subjective, content.objective, content.assessment, content.plan, content.homeCare]),
]

describe('the wording that Myodesk brings', () => {
  it('has an id of its own for each piece, and each shortcut once', () => {
    const ids = [...SHIPPED_TEMPLATES, ...SHIPPED_SNIPPETS].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(SHIPPED_SNIPPETS.map(({ shortcut }) => shortcut)).size).toBe(SHIPPED_SNIPPETS.length)
    expect(SHIPPED_SNIPPETS.length).toBeGreaterThanOrEqual(25)
  })
  it.each(SHIPPED_TEMPLATES)('names in “$name” only what the session knows', ({ content }) => {
    expect(content.muscles.filter(name => !MUSCLES.some(each => each.name === name))).toEqual([])
    expect(content.tests.filter(name => !SPECIAL_TESTS.some(each => each.name === name))).toEqual([])
    expect(content.posture.filter(name => !POSTURE_FINDINGS.some(each => each.finding === name))).toEqual([])
    expect(content.techniques.filter(name => !TECHNIQUES.some(each => each.name === name))).toEqual([])
  })
  it.each(texts)('has blanks that Tab finds, and closes each: %s', text => {
    const rest = text.replaceAll(/\{[^{}]*\}/g, blank => (nextBlank(blank) ? '' : blank))
    expect(rest).not.toMatch(/[{}]/)
  })
  it('makes no diagnosis and no promise', () => {
    expect(texts.filter(text => /toxin|detox|\bcure|diagnos|herniat|\bheals?\b/i.test(text))).toEqual([])
  })
})
