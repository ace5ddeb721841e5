import { bridgeFunctions, makeBridgeEnd } from './bridge.ts'
import { codecFunctions, decode, encode } from './codec.ts'

/** The JavaScript world the preload runs in: it shares the page's document and nothing else. */
export const PRELOAD_WORLD = 'myodesk-preload'

/** The function through which the preload's world sends text to main. */
export const WIRE = '__toMain'

/** The function through which main sends text into the preload's world. */
export const DELIVER = '__fromMain'

/** What the preload sends to main, and main to the preload. */
export type ToMain = { kind: 'invoke'; id: number; channel: string; args: unknown[] } | { kind: 'preload-failed'; words: string }
export type FromMain = { kind: 'reply'; id: number; ok: boolean; value: unknown } | { kind: 'event'; channel: string; args: unknown[] }

type PreloadModule = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown, process: unknown) => void
type World = typeof globalThis & { [name: string]: unknown }

/** Runs in the page's world: puts what the preload exposes on `window`, frozen. `window.open` opens nothing. */
export function runPageWorld(secret: string): void {
  if (window !== window.top) return
  window.open = () => null
  const freeze = (value: unknown): unknown => {
    if (value && (typeof value === 'object' || typeof value === 'function')) for (const item of Object.values(Object.freeze(value))) freeze(item)
    return value
  }
  makeBridgeEnd(window, { incoming: `${secret}-page`, outgoing: `${secret}-preload`, mark: secret }).onExpose((name, api) => {
    Object.defineProperty(window, name, { value: freeze(api), enumerable: true })
  })
}

/** Runs in the preload's world: `ipcRenderer` over the wire to main. */
export function makeIpcRenderer(world: World, wire: string, deliver: string) {
  const send = world[wire] as (text: string) => void
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>()
  let lastId = 0
  world[deliver] = (text: string) => {
    const message = decode(text) as FromMain
    if (message.kind === 'event') for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args)
    else {
      const request = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.ok) request?.resolve(message.value)
      else request?.reject(new Error(String(message.value)))
    }
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        send(encode({ kind: 'invoke', id, channel, args } satisfies ToMain))
        waiting.set(id, { resolve, reject })
      }),
    on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    removeListener: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  return ipcRenderer
}

/** Runs in the preload's world: gives the preload its `require('electron')` and runs it. */
export function runPreloadWorld(secret: string, { wire, deliver }: { wire: string; deliver: string }, preload: PreloadModule): void {
  if (window !== window.top) return
  const world = globalThis as World
  const bridge = makeBridgeEnd(window, { incoming: `${secret}-preload`, outgoing: `${secret}-page`, mark: secret })
  const contextBridge = { exposeInMainWorld: (name: string, api: unknown) => bridge.expose(name, api) }
  const electron = { contextBridge, ipcRenderer: makeIpcRenderer(world, wire, deliver) }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload cannot load “${name}”.`)
  }
  const module = { exports: {} }
  try {
    preload(require, module, module.exports, { contextIsolated: true, sandboxed: true, type: 'renderer', env: {} })
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    ;(world[wire] as (text: string) => void)(encode({ kind: 'preload-failed', words } satisfies ToMain))
  }
}

const inOneScope = (functions: readonly unknown[], call: string) => `(() => {\n${functions.map(String).join('\n')}\n${call}\n})()`

/** The script for the page's world. */
export const pageScript = (secret: string): string => inOneScope([...bridgeFunctions, runPageWorld], `runPageWorld('${secret}')`)

/** The script for the preload's world: the built preload file wrapped as a CommonJS module. */
export const preloadScript = (secret: string, preload: string): string =>
  inOneScope(
    [...codecFunctions, ...bridgeFunctions, makeIpcRenderer, runPreloadWorld],
    `runPreloadWorld('${secret}', { wire: '${WIRE}', deliver: '${DELIVER}' }, function (require, module, exports, process) {\n${preload}\n})`,
  )
