import { existsSync, rmSync } from 'node:fs'
import { DEMO_PASSWORD } from '../../shared/access/demo-password.ts'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { prepareFolder } from './clinic-files.ts'
import type { Host } from './host.ts'
import { openClinic } from './open-clinic.ts'
import { keyFromPassword, moveTo, startSession } from './sign-in.ts'
import { statusOf } from './status.ts'

/** Opens the demo clinic in its own folder, made the first time, and signs its owner in. The clinic’s own file is closed meanwhile. */
export async function openDemo(host: Host): Promise<AccessStatus> {
  moveTo(host, host.demo)
  try {
    if (!existsSync(host.demo.database)) await makeDemo(host)
    prepareFolder(host.demo)
    const { key, person } = await keyFromPassword(host, DEMO_PASSWORD)
    openClinic(host, key)
    startSession(host, person)
    return statusOf(host)
  } catch (error) {
    moveTo(host, host.own)
    throw error
  }
}

/** Throws the demo clinic away and makes it anew. Throws `rule_broken` unless the demo is what is open. */
export async function startDemoOver(host: Host): Promise<AccessStatus> {
  if (host.files !== host.demo) throw new DomainError('rule_broken', 'Only the demo clinic can start over. Open the demo first.')
  moveTo(host, host.demo)
  removeDemo(host)
  return openDemo(host)
}

/** Goes back to the clinic’s own files, which stay locked until someone signs in, or to first run. */
export function leaveDemo(host: Host): AccessStatus {
  if (host.files === host.demo) moveTo(host, host.own)
  return statusOf(host)
}

// Made in one go: a half-made demo is thrown away, and the next try starts from nothing.
async function makeDemo(host: Host) {
  removeDemo(host)
  const { makeDemoClinic } = await import('../demo/demo-clinic.ts')
  try {
    await makeDemoClinic({ dir: host.demo.dir, resourcesDir: host.resourcesDir, clock: host.clock })
  } catch (error) {
    removeDemo(host)
    throw error
  }
}

function removeDemo(host: Host) {
  rmSync(host.demo.dir, { recursive: true, force: true })
}
