import { useState } from 'react'
import type { NoteId } from '../../shared/lib/ids.ts'
import { RequestError, request } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import type { Draft, DraftState } from './draft.ts'
import css from './refused-draft.module.css'

/** Said when the words could not be saved: they stay on the screen, and here is the way out. Draws nothing otherwise. */
export function RefusedDraft({ draft, state, noteId }: { draft: Draft; state: DraftState; noteId: NoteId }) {
  const [problem, setProblem] = useState<RequestError | null>(null)
  if (state.phase !== 'refused' || !state.refusal) return null
  const settle = async (keep: 'mine' | 'theirs') => {
    try {
      draft.settle(keep, await request('notes.get', { noteId }))
      setProblem(null)
    } catch (error) {
      if (error instanceof RequestError) setProblem(error)
    }
  }
  const isConflict = state.refusal.code === 'conflict'
  const ways = isConflict ? (
    <span className={css.ways}>
      <Button size="small" onClick={() => void settle('mine')}>
        Keep what stands here
      </Button>
      <Button size="small" onClick={() => void settle('theirs')}>
        Take the other version
      </Button>
    </span>
  ) : (
    <Button size="small" onClick={() => void draft.flush()}>
      Save again
    </Button>
  )
  const message = isConflict
    ? 'This note was changed on another screen meanwhile. Your words are still here, not saved yet: choose which version stays.'
    : sentenceOf(state.refusal)
  return (
    <div className={css.refused}>
      <Problem error={problem ?? { message }} action={ways} />
    </div>
  )
}

/** A refusal that stays in sight however far the note is scrolled. Draws nothing without one. */
export function ProblemInSight({ error }: { error: { message: string } | null }) {
  if (!error) return null
  return (
    <div className={css.refused}>
      <Problem error={error} />
    </div>
  )
}

const sentenceOf = ({ message, fields }: RequestError) => `${[message, ...Object.values(fields)].join(' ')} Your words are still here, but not saved yet.`
