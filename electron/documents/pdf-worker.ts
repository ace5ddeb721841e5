import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '../../shared/lib/errors.ts'
import { drawHere } from './draw-frozen.ts'
import { type DrawAnswer, type DrawerData, type DrawRequest, LEAVE } from './drawing-messages.ts'
import { beginTogether, finishTogether, type PaperFile } from './page.ts'

/** The thread that draws: answers one request after the other, see drawing.ts. */
function serve(port: MessagePort, { resourcesDir }: DrawerData): void {
  let file: PaperFile | undefined
  const work = async (request: DrawRequest): Promise<Uint8Array | undefined> => {
    if (request.ask === 'draw') return drawHere(resourcesDir, request.paper)
    if (request.ask === 'begin') {
      file = await beginTogether(request.start.title, new Date(request.start.madeAt))
      return undefined
    }
    if (!file) throw new Error('No file of many papers was begun.')
    if (request.ask === 'add') {
      await drawHere(resourcesDir, request.paper, file)
      return undefined
    }
    const bytes = await finishTogether(file)
    file = undefined
    return bytes
  }
  // One after the other: papers of one file must not be drawn into each other.
  let last: Promise<void> = Promise.resolve()
  let isLeaving = false
  port.on('message', (request: DrawRequest | typeof LEAVE) => {
    if (request === LEAVE) {
      isLeaving = true
      port.close()
    } else last = last.then(() => (isLeaving ? undefined : answer(request)))
  })
  const answer = async (request: DrawRequest) => {
    try {
      const bytes = await work(request)
      const answered: DrawAnswer = { bytes }
      port.postMessage(answered, bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [])
    } catch (error) {
      file = undefined
      const refused: DrawAnswer = { refusal: error instanceof DomainError ? { code: error.code, message: error.message } : undefined }
      port.postMessage(refused)
    }
  }
}

if (!parentPort) throw new Error('This program draws papers as a thread of Myodesk.')
serve(parentPort, workerData)
