import { zodResolver } from '@hookform/resolvers/zod'
import { useRef, useState } from 'react'
import { type DefaultValues, type FieldPath, type FieldPathValue, type FieldValues, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { RequestError } from './api.ts'
import { useKeptForm } from './kept-forms.ts'
import { refusedFields } from './refused-fields.ts'
import { stopAtUnread } from './unread.ts'

type FormSchema = z.ZodType<FieldValues, FieldValues>

/** What a field needs to live in a form; spread it: `<TextField label="Name" {...form.bind('name')} />`. */
export type Bound<Value> = { name: string; value: Value; onChange: (value: Value) => void; onBlur: () => void; error: string | undefined }

/** A form on a shared schema. */
export type ClinicForm<In extends FieldValues, Out> = {
  bind: <P extends FieldPath<In>>(path: P) => Bound<FieldPathValue<In, P>>
  /** Sends what was checked: `onSubmit={form.submit(values => save.mutateAsync(values))}`. Field refusals land on their fields, the rest in `problem`. */
  submit: (send: (values: Out) => Promise<unknown>) => (event?: { preventDefault(): void }) => Promise<void>
  /** The refusal that belongs to no field. */
  problem: { message: string } | null
  isBusy: boolean
  /** Whether anything differs from what was loaded or last saved. */
  isChanged: boolean
  /** Whether it came back as it was left, not saved yet. */
  wasKept: boolean
  hook: UseFormReturn<In, unknown, Out>
}

type FormOptions<S extends FormSchema> = {
  schema: S
  start: z.input<S>
  /** Where the form's values stand in the request, such as `fields`; taken off the paths of refusals. */
  sentAs?: string
  /** The name under which what was typed but not saved is kept while the form is off the screen, such as `details of …`. */
  keepAs?: string
}

/**
 * A form checked with the same schema as the records: a field is checked when it is left, and again with each key once it was wrong.
 * `start` is what stands in it at first; give a `key` to the form's component to start anew.
 */
export function useClinicForm<S extends FormSchema>({ schema, start, sentAs, keepAs }: FormOptions<S>): ClinicForm<z.input<S>, z.output<S>> {
  type In = z.input<S>
  type Out = z.output<S>
  const [problem, setProblem] = useState<{ message: string } | null>(null)
  const hook = useForm<In, unknown, Out>({ resolver: zodResolver(schema), defaultValues: start as DefaultValues<In>, mode: 'onTouched' })
  const { isSubmitting, isDirty } = hook.formState
  const sending = useRef(false)
  const { wasKept, markSending, markSaved } = useKeptForm(hook, keepAs)
  useWatch({ control: hook.control })

  const bind = <P extends FieldPath<In>>(path: P): Bound<FieldPathValue<In, P>> => {
    hook.register(path)
    const { error } = hook.getFieldState(path, hook.formState)
    return {
      name: path,
      value: hook.getValues(path),
      onChange: value => hook.setValue(path, value, { shouldDirty: true, shouldTouch: true, shouldValidate: error !== undefined }),
      onBlur: () => void (hook.getFieldState(path).isDirty && hook.trigger(path)),
      error: error?.message,
    }
  }
  const refuse = (error: unknown) => {
    const placed = error instanceof RequestError ? placeRefusals(hook, error.fields, sentAs) : 0
    if (placed === 0) setProblem({ message: error instanceof Error ? error.message : 'Something went wrong. Nothing was saved.' })
    showFirstRefusal()
  }
  const submit: ClinicForm<In, Out>['submit'] = send => async event => {
    event?.preventDefault()
    if (sending.current || stopAtUnread()) return
    sending.current = true
    setProblem(null)
    await hook.handleSubmit(async values => {
      markSending(true)
      try {
        await send(values)
        markSaved()
        hook.reset(hook.getValues())
      } catch (error) {
        refuse(error)
      }
      markSending(false)
    }, showFirstRefusal)()
    sending.current = false
  }
  return { bind, submit, problem, isBusy: isSubmitting, isChanged: isDirty, wasKept, hook }
}

/** Puts refusals of the records on the fields they are about. Returns how many found a field. */
function placeRefusals<In extends FieldValues, Out>(
  hook: UseFormReturn<In, unknown, Out>,
  refusals: Readonly<Record<string, string>>,
  sentAs?: string,
): number {
  const refused = refusedFields(refusals, hook.getValues(), sentAs)
  for (const [path, message] of refused) hook.setError(path as FieldPath<In>, { type: 'refused', message })
  return refused.length
}

/** Moves focus to the first field that needs attention, after the sentences are on the screen. */
function showFirstRefusal(): void {
  const show = () => {
    const field = document.querySelector<HTMLElement>('form [aria-invalid="true"]')
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }
  requestAnimationFrame(() => requestAnimationFrame(show))
}
