import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { LetterKind } from '../../shared/documents/progress-letter.ts'
import { type Letter, LetterWording } from '../../shared/documents/schema.ts'
import { request, useCommand } from '../lib/api.ts'
import { offerUndo, withdrawUndo } from '../ui/undo-bar.tsx'

/** Typing has stopped; saving and drawing anew stay well under half a second with it. */
const SETTLES_MS = 120

/** The wording as typed, saved a moment after the last key, and at once when the screen is left. */
function useAutosave(letter: Letter) {
  const [wording, setWording] = useState(letter.wording)
  const save = useCommand('documents.saveLetter')
  const unsaved = useRef<LetterWording | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = useRef(save.mutateAsync)
  useEffect(() => {
    send.current = save.mutateAsync
  })
  const flush = useRef(async () => {
    clearTimeout(timer.current)
    const typed = unsaved.current
    unsaved.current = null
    if (!typed) return
    try {
      await send.current({ letterId: letter.id, wording: typed })
    } catch (refusal) {
      unsaved.current ??= typed
      throw refusal
    }
  })
  useEffect(() => {
    const saveNow = flush.current
    return () => void saveNow().catch(() => undefined)
  }, [])
  const change = (next: LetterWording) => {
    setWording(next)
    unsaved.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush.current().catch(() => undefined), SETTLES_MS)
  }
  const forget = () => {
    clearTimeout(timer.current)
    unsaved.current = null
  }
  return { wording, setWording, change, forget, save, flush: () => flush.current() }
}

/** Writing one letter: typing, filling anew, discarding, signing. */
export function useLetter(letter: Letter) {
  const navigate = useNavigate()
  const { wording, setWording, change, forget, save, flush } = useAutosave(letter)
  const refill = useCommand('documents.refillLetter')
  const discard = useCommand('documents.discardLetter')
  const sign = useCommand('documents.signLetter')
  const begin = useCommand('documents.beginLetter')
  const { id: letterId, episodeId } = letter

  const fillAnew = () => {
    const before = wording
    forget()
    refill.mutate(
      { letterId },
      {
        onSuccess: filled => {
          setWording(filled.wording)
          offerUndo('Filled anew from the records.', () => change(before))
        },
      },
    )
  }
  const throwAway = () => {
    forget()
    const bringBack = async () => {
      const again = await request('documents.beginLetter', { episodeId, kind: wording.kind })
      await request('documents.saveLetter', { letterId: again.id, wording: LetterWording.safeParse(wording).data ?? letter.wording })
      await navigate({ to: '/letters/$letterId', params: { letterId: again.id } })
    }
    // The screen is left first, so that its preview does not ask for a paper that is gone.
    const leaveAndDiscard = async () => {
      await navigate({ to: '/letters' })
      await discard.mutateAsync({ letterId })
      offerUndo(`The draft about ${letter.patientName} is discarded.`, () => void bringBack())
    }
    leaveAndDiscard().catch((error: unknown) => offerUndo(error instanceof Error ? error.message : 'The draft could not be discarded.'))
  }
  const signNow = () =>
    void flush().then(
      () => sign.mutate({ letterId }, { onSuccess: withdrawUndo }),
      () => undefined,
    )
  const startOther = (kind: LetterKind) => {
    if (kind === wording.kind) return
    begin.mutate({ episodeId, kind }, { onSuccess: other => void navigate({ to: '/letters/$letterId', params: { letterId: other.id } }) })
  }
  return {
    wording,
    change,
    fillAnew,
    throwAway,
    sign: signNow,
    startOther,
    /** Sentences for single fields, such as `greeting`. */
    refusalOf: (field: keyof LetterWording) => save.error?.fields[`wording.${field}`],
    savedAt: save.data && save.data.savedAt > letter.savedAt ? save.data.savedAt : letter.savedAt,
    isSaving: save.isPending,
    isSigning: sign.isPending,
    isRefilling: refill.isPending,
    error: sign.error ?? refill.error ?? discard.error ?? begin.error ?? (save.error && Object.keys(save.error.fields).length === 0 ? save.error : null),
  }
}

/** What the composer works with. */
export type WritingLetter = ReturnType<typeof useLetter>
