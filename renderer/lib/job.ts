import { useEffect, useState } from 'react'
import type { Progress } from '../../shared/ipc/events.ts'
import { JobId } from '../../shared/lib/ids.ts'

/** How many of how many are done. */
export type JobProgress = Pick<Progress, 'done' | 'total'>

/** An id for a long work, given with the request that begins it. */
export const newJobId = (): JobId => JobId.parse(crypto.randomUUID())

/** How far a long work is; null before it said so, and without a work. */
export function useJobProgress(jobId: JobId | null): JobProgress | null {
  const [heard, setHeard] = useState<Progress | null>(null)
  useEffect(() => window.clinic.onEvent(event => event.kind === 'progress' && event.jobId === jobId && setHeard(event)), [jobId])
  return heard?.jobId === jobId ? heard : null
}
