import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the second instance tells the first before it ends. */
export type Greeting = { args: string[]; cwd: string }

/** A held lock, or the word that someone else holds it; `greeted` settles when that one has been told (or did not answer). */
export type InstanceLock = { isHeld: true; release(): void } | { isHeld: false; greeted: Promise<boolean> }

/**
 * The local address that stands for one data folder. On Linux (abstract socket) and Windows (named pipe) it vanishes with its process, so
 * a crash leaves nothing stale behind. No network port is involved.
 */
export function lockAddress(folder: string, platform: NodeJS.Platform = process.platform): string {
  const name = `myodesk-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  return platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
}

/** Takes the lock of a folder, at once; binding an address is what decides a race. `onGreeting` hears of later instances. */
export function takeInstanceLock(folder: string, onGreeting: (greeting: Greeting) => void): InstanceLock {
  const address = lockAddress(folder)
  const server = listen(address, onGreeting)
  if (server) return { isHeld: true, release: () => server.close() }
  return { isHeld: false, greeted: greet(address, { args: process.argv, cwd: process.cwd() }) }
}

/** Binds the address; `undefined` when someone holds it. Node binds local addresses before `listen` returns. */
function listen(address: string, onGreeting: (greeting: Greeting) => void): Server | undefined {
  const server = createServer(socket => {
    let text = ''
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('error', () => undefined)
    socket.on('end', () => {
      socket.end()
      onGreeting(JSON.parse(text))
    })
  })
  server.on('error', () => undefined)
  server.listen(address)
  server.unref()
  return server.listening ? server : undefined
}

/** Tells the holder; false when nobody answers (a socket file left by a crash on macOS is removed, so that the next start works). */
function greet(address: string, greeting: Greeting): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(address, () => socket.end(JSON.stringify(greeting)))
    socket.on('close', hadError => resolve(!hadError))
    socket.on('error', () => {
      if (process.platform === 'darwin') rmSync(address, { force: true })
    })
    socket.resume()
  })
}
