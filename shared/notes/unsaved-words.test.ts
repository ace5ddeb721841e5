import { expect, it } from 'vitest'
import { emptyContent } from './new-content.ts'
import { unsavedWords } from './unsaved-words.ts'

const signed = { ...emptyContent(), subjective: 'Stiff on waking.', plan: 'Once a week.' }

it('says nothing where the draft is what was signed', () => {
  expect(unsavedWords({ ...signed, plan: 'Once a week. ' }, signed)).toBe('')
})

it('names each text that differs, one taken out, and numbers', () => {
  const draft = { ...signed, subjective: '', plan: 'Once a week, call Dr. Amari.', painBefore: { now: 4, best: null, worst: null } }
  expect(unsavedWords(draft, signed)).toBe('Subjective: taken out\nPlan: Once a week, call Dr. Amari.\nNumbers, rows or marks were being changed too.')
})
