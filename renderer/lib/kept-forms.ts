import { useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { offerUndo } from '../ui/undo-bar.tsx'

const kept = new Map<string, FieldValues>()
let owner = ''

/** Says whose forms are kept, and in which clinic; those of anybody else are forgotten. */
export function keepFormsOf(person: string): void {
  if (person !== owner) kept.clear()
  owner = person
}

/** Whether the form came back as it was left, and the ways to say that it is being saved and that it was. */
export type KeptForm = { wasKept: boolean; markSending: (isSending: boolean) => void; markSaved: () => void }

/**
 * Keeps what was typed but not saved while the form is off the screen (another tab, another patient, a lock), and puts it back when the form returns.
 * `name` tells forms apart; without one nothing is kept. In memory only: nothing is written to disk.
 */
export function useKeptForm<In extends FieldValues, Out>(hook: UseFormReturn<In, unknown, Out>, name: string | undefined): KeptForm {
  const [before] = useState(() => (name === undefined ? undefined : kept.get(name)))
  const { isDirty } = hook.formState
  const left = useRef({ isDirty, isSaved: false, isSending: false })
  useEffect(() => {
    left.current = { ...left.current, isDirty, isSaved: isDirty && left.current.isSaved }
  }, [isDirty])
  useEffect(() => {
    if (name === undefined) return
    if (before) hook.reset(before as In, { keepDefaultValues: true })
    return () => {
      kept.delete(name)
      if (!left.current.isDirty || left.current.isSaved) return
      kept.set(name, structuredClone(hook.getValues()))
      // A form that leaves the screen as the last step of its saving has nothing to say.
      if (!left.current.isSending) offerUndo('Your changes are kept but not saved yet. They are there when you come back.')
    }
  }, [name, hook, before])
  const markSending = (isSending: boolean) => {
    left.current.isSending = isSending
  }
  const markSaved = () => {
    left.current.isSaved = true
    if (name !== undefined) kept.delete(name)
  }
  return { wasKept: before !== undefined, markSending, markSaved }
}
