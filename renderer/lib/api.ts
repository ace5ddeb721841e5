import { QueryClient, queryOptions, useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts'
import type { Refusal } from '../../shared/ipc/result.ts'
import type { ErrorCode } from '../../shared/lib/errors.ts'
import { pressedTwice } from './pressed-twice.ts'

/** A refused request: a code, one sentence for the person, and the sentences for single fields (`path` → sentence). */
export class RequestError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>>

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'RequestError'
    this.code = refusal.code
    this.fields = refusal.fields ?? {}
  }
}

/** Everything fetched, until the records say that something changed. Offline app: no retries, no network state. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Makes a request of the records. Throws `RequestError` with the refusal; being signed out also asks for the sign-in screen. */
export async function request<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await window.clinic.invoke(channel, input)
  if (result.ok) return result.value
  if (result.error.code === 'signed_out' && channel !== 'access.status') void queryClient.invalidateQueries({ queryKey: ['access.status'] })
  throw new RequestError(result.error)
}

/** A reading request for `useQuery`: `useQuery(ask('patients.getHeader', { patientId }))`. */
export function ask<C extends Channel>(channel: C, input: Input<C>) {
  return queryOptions({ queryKey: [channel, input] as const, queryFn: () => request(channel, input) })
}

/**
 * A changing request for a screen: `const book = useCommand('appointments.book')`, then `book.mutate(input)`. Afterwards everything shown is asked again. The same
 * command asked once more while it is under way, as by a key pressed twice, is that one: nothing is signed, charged or paid twice.
 */
export function useCommand<C extends Channel>(channel: C) {
  const command = useMutation<Output<C>, RequestError, Input<C>>({
    mutationKey: [channel],
    mutationFn: input => request(channel, input),
    // The records said already that they changed: what is being asked again since then is not asked twice.
    onSettled: () => void queryClient.invalidateQueries({}, { cancelRefetch: false }),
  })
  const { mutateAsync: send } = command
  const mutateAsync: typeof send = useCallback((...asked) => pressedTwice(channel, JSON.stringify(asked[0]), () => send(...asked)), [channel, send])
  // A refusal is shown from the command’s `error`.
  const mutate: typeof command.mutate = useCallback((...asked) => void mutateAsync(...asked).catch(() => undefined), [mutateAsync])
  return { ...command, mutate, mutateAsync }
}

/** Listens to the records: on every change all shown data is asked again (not while a long work tells how far it is); when the session ends, what was fetched is forgotten. Returns the way to stop. */
export function listenToRecords(): () => void {
  return window.clinic.onEvent(event => {
    if (event.kind === 'closing' || event.kind === 'progress') return
    if (event.kind === 'locked') forgetRecords()
    void queryClient.invalidateQueries()
  })
}

/** Drops everything fetched and sent but who is signed in, so that a locked window holds no patient. Drafts on their way are left to arrive. */
export function forgetRecords(): void {
  queryClient.removeQueries({ predicate: query => query.queryKey[0] !== 'access.status' })
  const sent = queryClient.getMutationCache()
  for (const mutation of sent.getAll()) {
    if (mutation.state.status !== 'pending') sent.remove(mutation)
  }
}
