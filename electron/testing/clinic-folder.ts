import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { TEST_PASSWORD } from './set-up.ts'
import { countedIds, signedInApp, type TestApp, testApp } from './test-app.ts'

/** Closes and removes a test's app when that test ends. */
export function keep<T extends TestApp>(test: T): T {
  onTestFinished(() => test.remove())
  return test
}

/** Every file of a clinic with a digest of its bytes, but not the count of password tries. */
export function fingerprint(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(dir, name)).isFile() && !name.includes('attempts'))
  return Object.fromEntries(
    names.sort().map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]),
  )
}

/** A clinic that was set up and closed, opened again by a new app; nobody is signed in. */
export async function restarted() {
  const first = await signedInApp()
  await first.app.close()
  const test = keep(testApp({ dir: first.dir, newId: countedIds(1000) }))
  const personId = first.ownerId
  return { test, recoveryKey: first.recoveryKey, personId, signIn: { personId, password: TEST_PASSWORD } }
}
