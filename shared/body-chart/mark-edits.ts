import type { Mark } from './marks.ts'

/** One change of a body chart that can be taken back. `at` is the place in the list; without it a mark goes to the end. */
export type MarkEdit =
  | { readonly kind: 'add'; readonly mark: Mark; readonly at?: number }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'replace'; readonly mark: Mark }

/** Most marks one note keeps. */
export const MOST_MARKS = 200

/** The marks after a change. One that no longer applies (its mark is gone, or there is no room) leaves them as they were. */
export function edited(marks: readonly Mark[], edit: MarkEdit): Mark[] {
  if (edit.kind === 'remove') return marks.filter(({ id }) => id !== edit.id)
  if (edit.kind === 'replace') return marks.map(mark => (mark.id === edit.mark.id ? edit.mark : mark))
  return marks.length >= MOST_MARKS ? [...marks] : marks.toSpliced(edit.at ?? marks.length, 0, edit.mark)
}

/** What takes a change back; null where the change does nothing. Marks changed since by another hand stay as they are. */
export function inverseOf(marks: readonly Mark[], edit: MarkEdit): MarkEdit | null {
  if (edit.kind === 'add') return marks.length >= MOST_MARKS ? null : { kind: 'remove', id: edit.mark.id }
  const at = marks.findIndex(({ id }) => id === (edit.kind === 'remove' ? edit.id : edit.mark.id))
  const mark = marks[at]
  if (!mark) return null
  return edit.kind === 'remove' ? { kind: 'add', mark, at } : { kind: 'replace', mark }
}
