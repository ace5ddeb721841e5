import { type DefaultValues, type FieldValues, useForm, useWatch } from 'react-hook-form'
import { useKeptForm } from './kept-forms.ts'

/** What is being chosen and typed in a panel, which survives Escape and the lock until it is saved. */
export type KeptDraft<D extends FieldValues> = {
  values: D
  change: (patch: Partial<D>) => void
  /** Begins anew with these values, as after saving. */
  restart: (start: D) => void
  markSending: (isSending: boolean) => void
  markSaved: () => void
  /** For `KeptNote`. */
  wasKept: boolean
  isChanged: boolean
  hook: { reset: () => void }
}

/** A draft that no schema checks while it is typed. `keepAs` tells drafts apart, as in `useClinicForm`. */
export function useKeptDraft<D extends FieldValues>(start: D, keepAs: string): KeptDraft<D> {
  const hook = useForm<D>({ defaultValues: start as DefaultValues<D> })
  const { wasKept, markSending, markSaved } = useKeptForm(hook, keepAs)
  useWatch({ control: hook.control })
  const values = hook.getValues()
  return {
    values,
    change: patch => hook.reset({ ...hook.getValues(), ...patch }, { keepDefaultValues: true }),
    restart: next => hook.reset(next),
    markSending,
    markSaved,
    wasKept,
    isChanged: hook.formState.isDirty,
    hook: { reset: () => hook.reset() },
  }
}
