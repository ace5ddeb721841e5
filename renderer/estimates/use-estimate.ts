import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { EstimateDraft, EstimateSheet } from '../../shared/estimates/schema.ts'
import { useCommand } from '../lib/api.ts'
import { offerUndo, withdrawUndo } from '../ui/undo-bar.tsx'
import { readTyped, type TypedEstimate, typedFrom } from './typed-estimate.ts'

/** Typing has stopped; saving and drawing anew stay well under half a second with it. */
const SETTLES_MS = 150

/** The estimate as typed, kept a moment after the last key where it can be, and at once when the screen is left. */
function useAutosave(sheet: EstimateSheet) {
  const [typed, setTyped] = useState(() => typedFrom(sheet))
  const save = useCommand('estimates.saveDraft')
  const unsaved = useRef<EstimateDraft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = useRef(save.mutateAsync)
  const { patientId } = sheet
  useEffect(() => {
    send.current = save.mutateAsync
  })
  const flush = useRef(async () => {
    clearTimeout(timer.current)
    const draft = unsaved.current
    unsaved.current = null
    if (draft) await send.current({ patientId, draft })
  })
  useEffect(() => {
    const saveNow = flush.current
    return () => void saveNow().catch(() => undefined)
  }, [])
  const change = (next: TypedEstimate) => {
    setTyped(next)
    unsaved.current = readTyped(next).draft
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush.current().catch(() => undefined), SETTLES_MS)
  }
  const forget = () => {
    clearTimeout(timer.current)
    unsaved.current = null
  }
  return { typed, setTyped, change, forget, save }
}

/** Filling in one patient’s estimate: typing, proposing it anew, giving it. */
export function useEstimate(sheet: EstimateSheet) {
  const navigate = useNavigate()
  const { typed, setTyped, change, forget, save } = useAutosave(sheet)
  const refill = useCommand('estimates.refill')
  const issue = useCommand('documents.issueEstimate')
  const { patientId } = sheet
  const { draft, problems } = readTyped(typed)
  const fillAnew = () => {
    const before = typed
    forget()
    refill.mutate(
      { patientId },
      {
        onSuccess: filled => {
          setTyped(typedFrom(filled))
          offerUndo('Filled anew from the records.', () => change(before))
        },
      },
    )
  }
  const give = () => {
    if (!draft || issue.isPending) return
    forget()
    withdrawUndo()
    issue.mutate({ patientId, draft }, { onSuccess: paper => void navigate({ to: '/documents/$documentId', params: { documentId: paper.id } }) })
  }
  return {
    typed,
    change,
    fillAnew,
    give,
    canGive: draft !== null,
    refusalOf: (field: string) => problems[field] ?? issue.error?.fields[`draft.${field}`],
    isSaving: save.isPending,
    isGiving: issue.isPending,
    isRefilling: refill.isPending,
    error: issue.error ?? refill.error ?? save.error,
  }
}

/** What the form works with. */
export type FillingEstimate = ReturnType<typeof useEstimate>
