import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Greeting, takeInstanceLock } from './single-instance.ts'

const folder = mkdtempSync(join(tmpdir(), 'myodesk-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = `
  import { takeInstanceLock } from ${JSON.stringify(new URL('./single-instance.ts', import.meta.url).href)}
  console.log(takeInstanceLock(process.argv[1], () => undefined).isHeld ? 'won' : 'lost')
  setInterval(() => undefined, 1000)
`

/** Starts a process that tries for the lock and stays; answers what it said. */
async function contend(place: string): Promise<{ child: ChildProcess; verdict: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, place], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = child.stdout ? await once(child.stdout, 'data') : ['']
  return { child, verdict: String(chunk).trim() }
}

async function end({ child }: { child: ChildProcess }) {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('the single-instance lock', () => {
  it('is held by one; the second tells the first how it was started', async () => {
    const place = join(folder, 'one')
    const heard = Promise.withResolvers<Greeting>()
    const first = takeInstanceLock(place, heard.resolve)
    const second = takeInstanceLock(place, () => undefined)
    expect([first.isHeld, second.isHeld]).toEqual([true, false])
    if (!second.isHeld) expect(await second.greeted).toBe(true)
    expect((await heard.promise).cwd).toBe(process.cwd())
    if (first.isHeld) first.release()
  })

  it('is separate for each data folder', () => {
    const locks = ['a', 'b'].map(name => takeInstanceLock(join(folder, name), () => undefined))
    expect(locks.map(lock => lock.isHeld)).toEqual([true, true])
    for (const lock of locks) if (lock.isHeld) lock.release()
  })

  it('has one winner in a race, and is free again after the winner was killed', async () => {
    const place = join(folder, 'race')
    const racers = await Promise.all(Array.from({ length: 6 }, () => contend(place)))
    expect(racers.map(racer => racer.verdict).sort()).toEqual(['lost', 'lost', 'lost', 'lost', 'lost', 'won'])
    await Promise.all(racers.map(end))
    const next = await contend(place)
    expect(next.verdict).toBe('won')
    await end(next)
  })
})
