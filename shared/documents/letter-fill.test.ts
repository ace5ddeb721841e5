import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate, templateProblem, unconditionalJudgments } from './letter-fill.ts'
import { CONDITIONS, LETTER_CASES, PLACEHOLDERS, sampleFacts } from './letter-placeholders.ts'
import { shippedTemplate } from './letter-templates.ts'
import { LetterKind } from './progress-letter.ts'

const improved = sampleFacts('improved')
const unknown = { words: Object.fromEntries(PLACEHOLDERS.map(({ name }) => [name, null])) as typeof improved.words, holds: new Set<never>() }

describe('a letter template', () => {
  it('leaves a sentence out whose figures the records do not hold', () => {
    expect(fillTemplate('We saw {patient}. Pain: {change}. Thank you.', { ...improved, words: { ...improved.words, change: null } })).toBe(
      'We saw Elena Vasquez. Thank you.',
    )
  })

  it('says what depends on the course only where it is so', () => {
    const words = '{if improved}She is much better. {if worse}She is worse. {if unchanged} Nothing changed. Regards.'
    expect(fillTemplate(words, improved)).toBe('She is much better. Regards.')
    expect(fillTemplate(words, sampleFacts('worse'))).toBe('She is worse. Regards.')
    expect(fillTemplate(words, sampleFacts('too early'))).toBe('Regards.')
  })

  it('keeps lines as paragraphs, drops empty ones, and ends no sentence twice', () => {
    const words = { ...improved.words, assessment: 'Much better!', techniques: null }
    expect(fillTemplate('{assessment}.\nTechniques: {techniques}.\n\nBye.', { ...improved, words })).toBe('Much better!\nBye.')
  })

  it('does not take “Dr.” for the end of a sentence', () => {
    expect(fillTemplate('Please tell Dr. Amari about {found}. Thank you.', { ...improved, words: { ...improved.words, found: null } })).toBe('Thank you.')
  })

  it('is not saved with a placeholder that does not exist, or an open brace', () => {
    expect(templateProblem('Pain is {pian}.')).toBe('“{pian}” is not one of the placeholders. Choose one from the list, or take the braces out.')
    expect(templateProblem('Pain is {change.')).toContain('A brace is left open')
    expect(templateProblem('{If Improved} { change }.')).toBeNull()
    for (const { name } of [...PLACEHOLDERS, ...CONDITIONS]) expect(templateProblem(`{${name}}`)).toBeNull()
  })

  it('warns of a sentence that judges the course in every letter', () => {
    expect(unconditionalJudgments('The patient is improving nicely. {if improved}Better. {change}.')).toEqual(['The patient is improving nicely.'])
  })

  it('prints no brace and no text of a sentence without facts, whatever is typed', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...PLACEHOLDERS.map(({ name }) => `{${name}}`), ...CONDITIONS.map(({ name }) => `{${name}}`), '. ', '\n'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const template = pieces.join('')
        if (templateProblem(template) !== null) return
        expect(fillTemplate(template, unknown)).not.toMatch(/[{}]/)
        expect(fillTemplate(template, improved)).not.toMatch(/\{(change|visits|if )/)
      }),
    )
  })
})

describe('the wording that Myodesk brings', () => {
  const fields = (kind: LetterKind) => Object.values(shippedTemplate(kind))

  it('has no unknown placeholder and no judgment without a condition', () => {
    for (const kind of LetterKind.options) {
      expect(fields(kind).flatMap(text => templateProblem(text) ?? [])).toEqual([])
      expect(fields(kind).flatMap(unconditionalJudgments)).toEqual([])
    }
  })

  it('answers in every kind of letter, however the course goes', () => {
    for (const kind of LetterKind.options)
      for (const course of LETTER_CASES) expect(fillTemplate(shippedTemplate(kind).answer, sampleFacts(course)), `${kind}, ${course}`).not.toBe('')
  })

  it('praises no course that did not improve', () => {
    for (const kind of LetterKind.options)
      for (const course of ['improved a little', 'unchanged', 'worse', 'too early'] as const)
        expect(fillTemplate(fields(kind).join('\n'), sampleFacts(course))).not.toMatch(/steady|goals are met:|treatment is complete/)
  })
})
