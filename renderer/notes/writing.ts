import type { CarryText } from '../../shared/notes/carry-forward.ts'
import type { ClinicTechnique } from '../../shared/notes/library-schema.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import type { Shortcuts, SnippetFacts } from '../../shared/notes/snippet-expand.ts'

/** What every part of a note being written needs: the visit’s facts, the words so far, the last visit’s, and a way to change them. */
export type Writing = {
  readonly session: Session
  readonly content: NoteContent
  /** The last signed note of this course; null at the first visit. */
  readonly last: NoteContent | null
  readonly change: (make: (content: NoteContent) => NoteContent) => void
  /** The refusal of a field that could not be saved, by its path in the note, such as `plan`. */
  readonly refusalOf: (path: string) => string | undefined
  /** What shortcuts grow into, and what fills their blanks. */
  readonly shortcuts: Shortcuts
  readonly facts: SnippetFacts
  /** The clinic’s own techniques. */
  readonly techniques: readonly ClinicTechnique[]
  /** Texts that stand as last time and were not said to hold today. */
  readonly carried: readonly CarryText[]
  /** Says that a carried text holds today. */
  readonly keep: (part: CarryText) => void
}

/** The ids of what a missing part is written in, so that a link can go there. */
export const fieldId = (part: string, which = ''): string => `note-${part}${which && `-${which}`}`

/** Puts the caret into a part of the note: the field with this id, else the first one inside it. */
export function focusField(id: string): void {
  const place = document.getElementById(id)
  const isField = place?.matches('input, textarea, button, [tabindex]')
  const chosen = place?.querySelector<HTMLElement>('input:checked')
  const first = place?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled), button:not(:disabled)')
  const target = isField ? place : (chosen ?? first ?? place)
  target?.focus()
  if (target instanceof HTMLTextAreaElement) target.setSelectionRange(target.value.length, target.value.length)
  target?.scrollIntoView({ block: 'nearest' })
}
