import type { NoteContent, Session, SigningIssue } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { targetOf } from './signing-target.ts'
import { focusField } from './writing.ts'

/** What still needs a word or a number; advice that compares two values needs none. */
const COMPARED: readonly string[] = ['blocks', 'regions', 'screening']

/** Goes to the next field of the note that still needs something, in the order of the screen; past the last one to the first, and to the signature when none does. */
export function goToNextNeeded(issues: readonly SigningIssue[], content: NoteContent, session: Session): void {
  const needed = issues.filter(({ isAdvice, part }) => !isAdvice || !COMPARED.includes(part))
  const ids = [...new Set(needed.map(issue => targetOf(issue, content, session)))]
  const places = ids.flatMap(id => document.getElementById(id) ?? []).toSorted(inOrderOfScreen)
  const here = document.activeElement
  const isBehind = (place: HTMLElement) => here === null || here === document.body || inOrderOfScreen(here, place) < 0
  const others = places.filter(place => !place.contains(here))
  const next = others.find(isBehind) ?? others[0] ?? places[0]
  if (next) focusField(next.id)
  else document.querySelector<HTMLElement>('footer [aria-keyshortcuts="Control+enter"]')?.focus()
}

const inOrderOfScreen = (one: Element, other: Element) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)

/** Alt G: one key from what was just written to what comes next, however many fields lie between. */
export function useNextNeededKey(issues: readonly SigningIssue[], content: NoteContent, session: Session): void {
  useHotkey({ keys: 'alt+g', label: 'Note: go to the next field that needs something', run: () => goToNextNeeded(issues, content, session) })
}
