import { Worker } from 'node:worker_threads'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DrawAnswer, DrawerData, DrawRequest } from './drawing-messages.ts'

/** How long one request may take, in milliseconds, and what stops it early. */
export type DrawingLimits = { readonly timeLimit: number; readonly signal: AbortSignal | undefined }

/** A thread that draws, one request after the other. A file of many papers in the making is lost when it ends. */
export type Drawer = {
  /** The file, where the request finishes one. Rejects with a sentence to show; a thread that hung, crashed or was stopped has ended then. */
  ask(request: DrawRequest, limits: DrawingLimits): Promise<Uint8Array | undefined>
  isAlive(): boolean
  end(): void
}

const FAILED = 'This paper could not be drawn, and nothing was kept. Try again.'
const TOO_SLOW = 'Drawing this paper took too long and was stopped. Look for a very long text in it, shorten it, and try again.'
const STOPPED = 'Drawing was stopped, and nothing was kept.'
/** Enough for the fonts and a very long paper. */
const MOST_MEGABYTES = 384

/** Beside this file, in the source as in the built program. */
const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url)

/** Starts a thread that draws. While it has nothing to do it does not keep the program from ending. */
export function startDrawer(resourcesDir: string): Drawer {
  const workerData: DrawerData = { resourcesDir }
  const worker = new Worker(PROGRAM, { name: 'papers', workerData, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
  let isAlive = true
  const end = () => {
    isAlive = false
    void worker.terminate()
  }
  // An error that nobody waits for must not end the program.
  worker.on('error', end).on('exit', end).unref()
  const ask = (request: DrawRequest, { timeLimit, signal }: DrawingLimits) =>
    new Promise<Uint8Array | undefined>((resolve, reject) => {
      // Stopped between two requests: no event tells of it any more.
      refuseIfStopped(signal)
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        worker.off('message', onAnswer).off('exit', onEnd).unref()
      }
      const giveUp = (words: string) => {
        settle()
        end()
        reject(new DomainError('unexpected', words))
      }
      const onAbort = () => giveUp(STOPPED)
      const onEnd = () => giveUp(FAILED)
      const onAnswer = (answer: DrawAnswer) => {
        settle()
        if ('bytes' in answer) resolve(answer.bytes)
        else reject(new DomainError(answer.refusal?.code ?? 'unexpected', answer.refusal?.message ?? FAILED))
      }
      const timer = setTimeout(() => giveUp(TOO_SLOW), timeLimit)
      signal?.addEventListener('abort', onAbort)
      worker.on('message', onAnswer).on('exit', onEnd).ref()
      worker.postMessage(request)
    })
  return { ask, end, isAlive: () => isAlive }
}

/** Throws when drawing was stopped before it began. */
export function refuseIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DomainError('unexpected', STOPPED)
}
