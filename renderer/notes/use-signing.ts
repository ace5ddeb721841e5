import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Region } from '../../shared/body-chart/regions.ts'
import { openBlanks } from '../../shared/notes/open-blanks.ts'
import { regionsToExplain } from '../../shared/notes/regions-to-explain.ts'
import type { DrawnSignature, Note, NoteContent, Session, SigningIssue } from '../../shared/notes/schema.ts'
import { type RequestError, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { stopAtUnread } from '../lib/unread.ts'
import { withdrawUndo } from '../ui/undo-bar.tsx'
import type { Draft } from './draft.ts'
import { targetOf } from './signing-target.ts'
import { focusField } from './writing.ts'

type Signing = {
  isSigning: boolean
  error: RequestError | null
  /** Whether the strip with name and drawing is open. */
  isStripOpen: boolean
  drawn: DrawnSignature
  draw: (make: (was: DrawnSignature) => DrawnSignature) => void
  closeStrip: () => void
  /** What the button does: leads to what is missing, else opens the strip, else signs. */
  press: () => void
}

/** Signing a note: the button first shows who signs, and signs when pressed again; Ctrl Enter signs at once, unless a blank is open. Then comes check-out, unless treatment was withheld. */
export function useSigning(note: Note, draft: Draft, facts: { session: Session; issues: readonly SigningIssue[]; content: NoteContent }): Signing {
  const { session, issues, content } = facts
  const router = useRouter()
  const sign = useCommand('notes.sign')
  const [isStripOpen, setStripOpen] = useState(false)
  const [drawn, draw] = useState<DrawnSignature>('')

  const isStopped = () => {
    const missing = issues.find(issue => !issue.isAdvice)
    if (sign.isPending || stopAtUnread()) return true
    if (missing) focusField(targetOf(missing, content, session))
    return missing !== undefined
  }
  const signNow = async () => {
    if (isStopped()) return
    draft.change(was => withoutIdleReasons(was, session.allowedRegions))
    if (!(await draft.flush())) return
    const { appointmentId } = note
    const onSuccess = () => {
      withdrawUndo()
      // Nothing to charge: the signed note stays on the screen, with the way to another booking.
      if (!content.screening.isWithheld) void router.navigate({ to: '/checkout/$appointmentId', params: { appointmentId } })
    }
    sign.mutate({ noteId: note.id, revision: draft.read().revision, drawn }, { onSuccess })
  }
  const press = () => {
    if (isStripOpen) void signNow()
    else if (!isStopped()) setStripOpen(true)
  }
  // A blank of a template is never signed unseen: the strip names it first.
  const hasBlanks = openBlanks(content).length > 0
  useHotkey({ keys: 'mod+enter', label: 'Sign the note', run: () => (hasBlanks ? press() : void signNow()) })
  return { isSigning: sign.isPending, error: sign.error, isStripOpen, drawn, draw, closeStrip: () => setStripOpen(false), press }
}

/** Leaves out reasons for regions that are no longer treated, or are allowed. */
function withoutIdleReasons(content: NoteContent, allowed: readonly Region[]): NoteContent {
  const explained = regionsToExplain(content, allowed)
  const kept = content.regionReasons.filter(({ region }) => explained.includes(region))
  return kept.length === content.regionReasons.length ? content : { ...content, regionReasons: kept }
}
