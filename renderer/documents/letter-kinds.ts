import { LETTER_TITLES, LetterKind } from '../../shared/documents/progress-letter.ts'
import type { Choice } from '../ui/select-field.tsx'

/** The kinds of letter, as the list and the composer name them. */
export const KINDS: readonly Choice<LetterKind>[] = LetterKind.options.map(value => ({ value, label: LETTER_TITLES[value] }))
