import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Note, NoteContent } from '../../shared/notes/schema.ts'
import { request } from '../lib/api.ts'
import { createDraft, type Draft, type DraftState } from './draft.ts'

// Drafts with words not saved yet outlive their screen, so that coming back finds them.
const drafts = new Map<Note['id'], Draft>()

/** The content of a draft that a signature overtook before it was saved; null where nothing is left over. `drop` lets it go. */
export function useLeftover(note: Note): { content: NoteContent | null; drop: () => void } {
  const [draft, setDraft] = useState(() => drafts.get(note.id) ?? null)
  const drop = () => {
    drafts.delete(note.id)
    setDraft(null)
  }
  const state = draft?.read()
  return { content: state && state.phase !== 'saved' ? state.content : null, drop }
}

/** The draft of a note on screen. It is saved when a field is left, before a shortcut acts (locking is one), when the screen goes and when the window closes. */
export function useDraft(note: Note): { draft: Draft; state: DraftState } {
  const [draft] = useState(() => drafts.get(note.id) ?? createDraft(note, content => request('notes.saveDraft', content)))
  const state = useSyncExternalStore(draft.subscribe, draft.read)

  useEffect(() => {
    drafts.set(note.id, draft)
    const save = () => void draft.flush()
    const saveBeforeShortcut = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) save()
    }
    const stopHearing = window.clinic.onEvent(event => event.kind === 'closing' && save())
    window.addEventListener('focusout', save)
    window.addEventListener('pagehide', save)
    window.addEventListener('beforeunload', save)
    window.addEventListener('keydown', saveBeforeShortcut, { capture: true })
    return () => {
      stopHearing()
      window.removeEventListener('focusout', save)
      window.removeEventListener('pagehide', save)
      window.removeEventListener('beforeunload', save)
      window.removeEventListener('keydown', saveBeforeShortcut, { capture: true })
      void draft.flush().then(isSaved => isSaved && !draft.isShown() && drafts.delete(note.id))
    }
  }, [draft, note.id])
  useEffect(() => draft.meet(note), [draft, note])

  return { draft, state }
}
