import { DomainError } from '../../shared/lib/errors.ts'
import type { JobId } from '../../shared/lib/ids.ts'
import type { Services } from './services.ts'

/** A long work as it looks from inside: what stops it, and how it says how far it is. */
export type Job = { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void }

const underWay = new Map<JobId, AbortController>()

/** Does a long work under the id the window gave it, so that the window can show how far it is and stop it. Throws `conflict` while the id is at work. */
export async function asJob<T>({ emit }: Pick<Services, 'emit'>, jobId: JobId, work: (job: Job) => Promise<T>): Promise<T> {
  if (underWay.has(jobId)) throw new DomainError('conflict', 'This is under way already.')
  const controller = new AbortController()
  underWay.set(jobId, controller)
  try {
    return await work({ signal: controller.signal, progress: (done, total) => emit({ kind: 'progress', jobId, done, total }) })
  } finally {
    underWay.delete(jobId)
  }
}

/** Stops a long work; one that has ended meanwhile is left as it is. */
export function stopJob(jobId: JobId): void {
  underWay.get(jobId)?.abort()
}
