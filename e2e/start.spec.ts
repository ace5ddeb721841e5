import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { listensOnPort, processesNaming, processTree } from './processes.ts'
import { PROJECT } from './runtime.ts'

const START = join(PROJECT, 'e2e/stand-in/start.ts')

test.describe('npm start', () => {
  test.skip(process.platform !== 'linux', 'Displays and ports are read the Linux way here.')

  test('says in one sentence what to do where there is no display', async () => {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env
    const start = spawn(process.execPath, [START], { env })
    const words = start.stderr.toArray()
    const [code] = await once(start, 'exit')
    expect(code).toBe(1)
    expect(Buffer.concat(await words).toString()).toBe(
      'There is no display to open a window on; “npm run demo” makes a demo clinic and its papers without one.\n',
    )
  })

  test('says which runtime it chose and why, opens no port, and ends every process with it', async ({ clinic }) => {
    const env = { ...process.env, DISPLAY: process.env.DISPLAY ?? ':0', MYODESK_DATA_DIR: clinic.dir }
    const start = spawn(process.execPath, [START], { env })
    let words = ''
    start.stdout.on('data', chunk => {
      words += chunk
    })
    const gone = once(start, 'exit')
    await expect.poll(() => processesNaming(clinic.dir).length, { timeout: 30_000 }).toBeGreaterThan(3)
    expect(words).toMatch(/Opening Myodesk in (Electron \d+|the stand-in for Electron, drawn by \S+, because )/)
    const pids = processTree(start.pid ?? 0)
    expect(pids.length).toBeGreaterThan(4)
    expect(listensOnPort(pids)).toBe(false)
    start.kill('SIGTERM')
    await gone
    await expect.poll(() => [...processesNaming(clinic.dir), ...pids.filter(isRunning)]).toEqual([])
  })
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
