import { useState } from 'react'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { request, useCommand } from '../lib/api.ts'
import { type JobProgress, newJobId, useJobProgress } from '../lib/job.ts'

type Choice = Input<'documents.printStatements'>['choice']

/** Printing statements: how far it is, what came of it, and the way to stop it. */
export function usePrinting() {
  const print = useCommand('documents.printStatements')
  const [jobId, setJobId] = useState<ReturnType<typeof newJobId> | null>(null)
  const progress: JobProgress | null = useJobProgress(jobId)
  const start = (choice: Choice, minimum: Cents) => {
    const id = newJobId()
    setJobId(id)
    print.mutate({ jobId: id, choice, minimum })
  }
  const stop = () => jobId && void request('documents.stopJob', { jobId })
  return { start, stop, progress, isBusy: print.isPending, result: print.data ?? null, error: print.error, forget: () => print.reset() }
}

export type Printing = ReturnType<typeof usePrinting>
