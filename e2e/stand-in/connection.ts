import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from '@playwright/test'

/** One attached target of the browser (or the browser itself): typed commands out, typed events in. */
export type Session = Pick<CDPSession, 'send' | 'on'>

/** The browser's debugging protocol, by session id; '' is the browser itself. */
export type Connection = { session(id: string): Session; close(): void }

type Message = { id?: number; method?: string; params?: unknown; sessionId?: string; result?: unknown; error?: { message: string } }
type Waiting = { method: string; resolve: (result: unknown) => void; reject: (error: Error) => void }

/** Calls `onMessage` for each zero-terminated piece of a byte stream, however it was cut. */
export function splitAtZero(stream: Readable, onMessage: (text: string) => void): void {
  let pieces: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end))
      onMessage(Buffer.concat(pieces).toString('utf8'))
      pieces = []
      start = end + 1
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start))
  })
}

/** Speaks the debugging protocol over the browser's two pipes: no port is opened. After `close`, every command is refused. */
export function connect(toBrowser: Writable, fromBrowser: Readable): Connection {
  const waiting = new Map<number, Waiting>()
  const sessions = new Map<string, { session: Session; emitter: EventEmitter }>()
  let lastId = 0
  let isOpen = true
  const open = (sessionId: string) => {
    const emitter = new EventEmitter().setMaxListeners(0)
    const send = (method: string, params: unknown = {}) =>
      new Promise((resolve, reject) => {
        if (!isOpen) return reject(new Error(`${method}: the browser is gone`))
        const id = ++lastId
        waiting.set(id, { method, resolve, reject })
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      })
    const opened = { emitter, session: Object.assign(emitter, { send }) as unknown as Session }
    sessions.set(sessionId, opened)
    return opened
  }
  const get = (sessionId: string) => sessions.get(sessionId) ?? open(sessionId)
  splitAtZero(fromBrowser, text => {
    const message: Message = JSON.parse(text)
    if (message.method) get(message.sessionId ?? '').emitter.emit(message.method, message.params)
    const request = waiting.get(message.id ?? 0)
    waiting.delete(message.id ?? 0)
    if (message.error) request?.reject(new Error(`${request.method}: ${message.error.message}`))
    else request?.resolve(message.result)
  })
  const close = () => {
    isOpen = false
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
    waiting.clear()
  }
  toBrowser.on('error', close)
  fromBrowser.on('error', close)
  return { session: id => get(id).session, close }
}
