import { EventEmitter } from 'node:events'
import { loud } from './loud.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown

/** Electron's `ipcMain`: one handler per channel. A failing handler's words reach the page as Electron would phrase them. */
export function createIpcMain() {
  const handlers = new Map<string, Handler>()
  const ipcMain = loud(
    'ipcMain',
    Object.assign(new EventEmitter(), {
      handle: (channel: string, handler: Handler) => {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
        handlers.set(channel, handler)
      },
      removeHandler: (channel: string) => {
        handlers.delete(channel)
      },
    }),
  )
  const invoke = async (event: unknown, channel: string, args: unknown[]): Promise<unknown> => {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
    try {
      return await handler(event, ...args)
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
    }
  }
  return { ipcMain, invoke }
}

/** What `createIpcMain` makes. */
export type IpcMain = ReturnType<typeof createIpcMain>
