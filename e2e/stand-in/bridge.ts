/** What crosses between the preload's world and the page's: calls and their answers, settled promises, exposed names. */
export type BridgeMessage =
  | { kind: 'call'; id: number; fn: number; args: unknown }
  | { kind: 'answer'; id: number; ok: boolean; value: unknown }
  | { kind: 'settled'; id: number; ok: boolean; value: unknown }
  | { kind: 'expose'; name: string; value: unknown }

/** Names of the two wires (one per direction) and the secret key that marks a function or promise on them. */
export type Wires = { incoming: string; outgoing: string; mark: string }

/** One end of the bridge: `expose` offers an api to the other world, `onExpose` receives one. */
export type BridgeEnd = { expose(name: string, api: unknown): void; onExpose(listener: (name: string, api: unknown) => void): void }

/** A refusal as it crosses: only its words. */
export function failureWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Whether a value can be called. */
export function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function'
}

/** Replaces functions and promises inside a value by marks, and marks by what they stand for. */
export function replaceInside(value: unknown, replace: (value: object) => unknown): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
  const replaced = replace(value)
  if (replaced !== value) return replaced
  if (Array.isArray(value)) return value.map(item => replaceInside(item, replace))
  const prototype = Object.getPrototypeOf(value)
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null
  return isPlain ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceInside(item, replace)])) : value
}

/** Keeps this world's functions under numbers, and turns them and promises into marks that the other world can use. */
export function makePacker(mark: string, post: (message: BridgeMessage) => void) {
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const numbers = new WeakMap<object, number>()
  let last = 0
  const packFunction = (fn: (...args: unknown[]) => unknown) => {
    const id = numbers.get(fn) ?? ++last
    numbers.set(fn, id)
    functions.set(id, fn)
    return { [mark]: 'function', id }
  }
  const packPromise = (promise: Promise<unknown>) => {
    const id = ++last
    promise.then(
      value => post({ kind: 'settled', id, ok: true, value: pack(value) }),
      error => post({ kind: 'settled', id, ok: false, value: failureWords(error) }),
    )
    return { [mark]: 'promise', id }
  }
  const pack = (value: unknown): unknown =>
    replaceInside(value, item => {
      if (isFunction(item)) return packFunction(item)
      return item instanceof Promise ? packPromise(item) : item
    })
  return { pack, functions }
}

/** Turns marks from the other world into functions that call across and promises that settle when the other side's do. */
export function makeUnpacker(mark: string, call: (fn: number, args: unknown[]) => unknown) {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const unpack = (value: unknown): unknown =>
    replaceInside(value, item => {
      const kind = Reflect.get(item, mark)
      const id = Number(Reflect.get(item, 'id'))
      if (kind === 'function') return (...args: unknown[]) => call(id, args)
      if (kind === 'promise') return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
      return item
    })
  const settle = (id: number, ok: boolean, value: unknown) => {
    const promise = waiting.get(id)
    waiting.delete(id)
    if (ok) promise?.resolve(unpack(value))
    else promise?.reject(new Error(String(value)))
  }
  return { unpack, settle }
}

/**
 * One end of the bridge over a target both worlds share (the window). An event's `detail` is copied between worlds and dispatch is
 * synchronous, so a call has its answer when `dispatchEvent` returns.
 */
export function makeBridgeEnd(target: EventTarget, { incoming, outgoing, mark }: Wires): BridgeEnd {
  const dispatch = target.dispatchEvent.bind(target)
  const answers = new Map<number, BridgeMessage>()
  const listeners: ((name: string, api: unknown) => void)[] = []
  let lastCall = 0
  const post = (message: BridgeMessage) => {
    dispatch(new CustomEvent(outgoing, { detail: message }))
  }
  const { pack, functions } = makePacker(mark, post)
  const { unpack, settle } = makeUnpacker(mark, (fn, args) => {
    const id = ++lastCall
    post({ kind: 'call', id, fn, args: pack(args) })
    const answer = answers.get(id)
    answers.delete(id)
    if (answer?.kind !== 'answer') throw new Error('The other world did not answer: an argument could not be cloned.')
    if (!answer.ok) throw new Error(String(answer.value))
    return unpack(answer.value)
  })
  const answerCall = (id: number, fn: number, packedArgs: unknown) => {
    try {
      const args = unpack(packedArgs)
      post({ kind: 'answer', id, ok: true, value: pack(functions.get(fn)?.(...(Array.isArray(args) ? args : []))) })
    } catch (error) {
      post({ kind: 'answer', id, ok: false, value: failureWords(error) })
    }
  }
  const receive = (message: BridgeMessage) => {
    if (message.kind === 'call') answerCall(message.id, message.fn, message.args)
    else if (message.kind === 'answer') answers.set(message.id, message)
    else if (message.kind === 'settled') settle(message.id, message.ok, message.value)
    else for (const listener of listeners) listener(message.name, unpack(message.value))
  }
  target.addEventListener(
    incoming,
    event => {
      event.stopImmediatePropagation()
      if (event instanceof CustomEvent && event.detail) receive(event.detail)
    },
    true,
  )
  return { expose: (name, api) => post({ kind: 'expose', name, value: pack(api) }), onExpose: listener => listeners.push(listener) }
}

/** Everything a page needs to run a bridge end, to be sent as source text. */
export const bridgeFunctions = [failureWords, isFunction, replaceInside, makePacker, makeUnpacker, makeBridgeEnd]
