import type { NoteContent } from './schema.ts'

const TEXTS = [
  ['subjective', 'Subjective'],
  ['objective', 'Objective'],
  ['assessment', 'Assessment'],
  ['plan', 'Plan'],
  ['homeCare', 'Home care'],
] as const satisfies readonly (readonly [keyof NoteContent, string])[]

/**
 * What a draft says that the signed note does not: each text that differs, under its name, and a line where numbers or marks differ. Empty where
 * both are the same. A signature given meanwhile must not swallow words: they can still be added as an addendum.
 */
export function unsavedWords(draft: NoteContent, signed: NoteContent): string {
  const texts = TEXTS.flatMap(([part, name]) => (draft[part].trim() === signed[part].trim() ? [] : [`${name}: ${draft[part].trim() || 'taken out'}`]))
  const without = ({ subjective: _s, objective: _o, assessment: _a, plan: _p, homeCare: _h, ...rest }: NoteContent) => JSON.stringify(rest)
  const rest = without(draft) === without(signed) ? [] : ['Numbers, rows or marks were being changed too.']
  return [...texts, ...rest].join('\n')
}
