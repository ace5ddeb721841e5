import { Worker } from 'node:worker_threads'
import { DomainError } from '../../shared/lib/errors.ts'
import { type DrawAnswer, type DrawerData, type DrawRequest, LEAVE } from './drawing-messages.ts'

/** How long one request may take once it is its turn, in milliseconds, and what stops it early. */
export type DrawingLimits = { readonly timeLimit: number; readonly signal: AbortSignal | undefined }

/** A thread that draws, one request after the other. A file of many papers in the making is lost when it ends. */
export type Drawer = {
  /** The file, where the request finishes one. Rejects with a sentence to show; a thread that hung, crashed or was stopped has ended then. */
  ask(request: DrawRequest, limits: DrawingLimits): Promise<Uint8Array | undefined>
  /** Whether it is alive and has nothing to do. */
  isFree(): boolean
  end(): void
}

const FAILED = 'This paper could not be drawn, and nothing was kept. Try again.'
const TOO_SLOW = 'Drawing this paper took too long and was stopped. Look for a very long text in it, shorten it, and try again.'
const STOPPED = 'Drawing was stopped, and nothing was kept.'
/** Enough for the fonts and a very long paper; little for what is thrown away at once. */
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }

/** How long a thread may take to leave its work by itself, in milliseconds. */
const LEAVES_WITHIN = 5000

/** Beside this file, in the source as in the built program. */
const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url)

/** A request that waits for its answer. */
type Asked = DrawingLimits & { readonly resolve: (bytes: Uint8Array | undefined) => void; readonly reject: (error: DomainError) => void }

/** Starts a thread that draws. While it has nothing to do it does not keep the program from ending. */
export function startDrawer(resourcesDir: string): Drawer {
  const workerData: DrawerData = { resourcesDir }
  const worker = new Worker(PROGRAM, { name: 'papers', workerData, resourceLimits: LIMITS })
  const asked: Asked[] = []
  let isAlive = true
  let isLeaving = false
  let timer: NodeJS.Timeout | undefined
  const watchFirst = () => {
    clearTimeout(timer)
    const [first] = asked
    if (first) timer = setTimeout(() => end(TOO_SLOW), first.timeLimit)
    else worker.unref()
  }
  const end = (words: string) => {
    isAlive = false
    for (const { signal, reject } of asked.splice(0)) reject(new DomainError('unexpected', signal?.aborted ? STOPPED : words))
    watchFirst()
    leave()
  }
  // A thread ended from outside while it begins to compress takes the whole program down with it (an assertion of Node’s zlib): it is asked to go first.
  const leave = () => {
    if (isLeaving) return
    isLeaving = true
    worker.postMessage(LEAVE)
    const force = setTimeout(() => void worker.terminate(), LEAVES_WITHIN).unref()
    worker.on('exit', () => clearTimeout(force))
  }
  worker.on('message', (answer: DrawAnswer) => {
    const first = asked.shift()
    watchFirst()
    if ('bytes' in answer) first?.resolve(answer.bytes)
    else first?.reject(new DomainError(answer.refusal?.code ?? 'unexpected', answer.refusal?.message ?? FAILED))
  })
  worker.on('error', () => end(FAILED)).on('exit', () => end(FAILED))
  worker.unref()
  const ask = (request: DrawRequest, { timeLimit, signal }: DrawingLimits) =>
    new Promise<Uint8Array | undefined>((resolve, reject) => {
      if (!isAlive || signal?.aborted) {
        end(FAILED)
        reject(new DomainError('unexpected', signal?.aborted ? STOPPED : FAILED))
        return
      }
      const onAbort = () => end(STOPPED)
      const settled = () => signal?.removeEventListener('abort', onAbort)
      signal?.addEventListener('abort', onAbort)
      asked.push({
        timeLimit,
        signal,
        resolve: bytes => {
          settled()
          resolve(bytes)
        },
        reject: error => {
          settled()
          reject(error)
        },
      })
      if (asked.length === 1) watchFirst()
      worker.ref()
      worker.postMessage(request)
    })
  return { ask, isFree: () => isAlive && asked.length === 0, end: () => end(STOPPED) }
}

/** Throws when drawing was stopped before it began. */
export function refuseIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DomainError('unexpected', STOPPED)
}
