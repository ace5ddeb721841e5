import type { Instant } from '../../shared/lib/dates.ts'
import type { Note, NoteContent } from '../../shared/notes/schema.ts'
import { RequestError } from '../lib/api.ts'

/** Where the draft stands: all saved, typed but not sent yet, on its way, or refused with what is unsaved still here. */
export type DraftState = {
  readonly content: NoteContent
  readonly revision: number
  readonly savedAt: Instant
  readonly phase: 'saved' | 'waiting' | 'saving' | 'refused'
  readonly refusal: RequestError | null
}

type SaveDraft = (draft: { noteId: Note['id']; revision: number; content: NoteContent }) => Promise<{ revision: number; savedAt: Instant }>

/** A note being written: holds the words, saves them by itself, and lets go of none that is not saved. */
export type Draft = {
  read(): DraftState
  subscribe(listener: () => void): () => void
  /** Whether a screen shows it. */
  isShown(): boolean
  change(make: (content: NoteContent) => NoteContent): void
  /** Saves now what is not saved. True when nothing is left to save. */
  flush(): Promise<boolean>
  /** Takes over a newer version from the records, unless words are waiting here. */
  meet(note: Note): void
  /** After a conflict: keeps the words here over the other version, or takes the other version. */
  settle(keep: 'mine' | 'theirs', newest: Note): void
}

/** A change is on its way to the records after this long at most, however fast one types. */
const SAVE_AFTER_MS = 400

/** Starts writing a note. `save` sends it to the records and throws `RequestError` when refused. */
export function createDraft(note: Note, save: SaveDraft): Draft {
  let state: DraftState = { content: note.content, revision: note.revision, savedAt: note.savedAt, phase: 'saved', refusal: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const set = (change: Partial<DraftState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const isInConflict = () => state.phase === 'refused' && state.refusal?.code === 'conflict'
  const plan = () => {
    timer ??= setTimeout(() => void flush(), SAVE_AFTER_MS)
  }
  const saveOnce = async () => {
    const { content, revision } = state
    set({ phase: 'saving' })
    try {
      const saved = await save({ noteId: note.id, revision, content })
      set({ ...saved, refusal: null, phase: state.content === content ? 'saved' : 'waiting' })
    } catch (error) {
      const refusal = error instanceof RequestError ? error : new RequestError({ code: 'unexpected', message: 'The note could not be saved.' })
      set({ phase: 'refused', refusal })
    }
  }
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer)
    timer = undefined
    while (state.phase !== 'saved' && !isInConflict()) {
      running ??= saveOnce().finally(() => {
        running = undefined
      })
      await running
      if (state.phase === 'refused') return false
    }
    return state.phase === 'saved'
  }
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isShown: () => listeners.size > 0,
    change(make) {
      const content = make(state.content)
      if (content === state.content) return
      set({ content, phase: state.phase === 'saving' || isInConflict() ? state.phase : 'waiting' })
      if (!isInConflict()) plan()
    },
    flush,
    meet(newer) {
      if (state.phase !== 'saved' || newer.revision <= state.revision || newer.signature) return
      set({ content: newer.content, revision: newer.revision, savedAt: newer.savedAt })
    },
    settle(keep, newest) {
      const { revision, savedAt } = newest
      if (keep === 'theirs') return set({ content: newest.content, revision, savedAt, phase: 'saved', refusal: null })
      set({ revision, savedAt, phase: 'waiting', refusal: null })
      plan()
    },
  }
}
