import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { AccessStatus, Person } from '../../shared/access/schema.ts'
import { dayOf, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import type { SetUp } from '../../shared/practice/set-up.ts'
import { putInPlace } from '../data/put-in-place.ts'
import { migrate } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { insertSetUp } from '../practice/set-up.ts'
import { hasAnyFile } from './clinic-files.ts'
import type { Host } from './host.ts'
import { makeSlot } from './key-slot.ts'
import { writeKeyring } from './keyring.ts'
import { openClinic } from './open-clinic.ts'
import { printRecoveryKey } from './recovery-key.ts'
import { startSession } from './sign-in.ts'
import { statusOf, USUAL_IDLE_MINUTES } from './status.ts'

/**
 * Makes a clinic: a new data key, the encrypted file with what first run asked for, the keyring, and the owner’s session.
 * The file gets its name last, so a power cut leaves either no clinic or a whole one. Throws `conflict` where any clinic file is.
 */
export async function setUpClinic(host: Host, setUp: SetUp): Promise<{ status: AccessStatus; recoveryKey: string }> {
  if (hasAnyFile(host.files)) throw new DomainError('conflict', `A clinic’s files are already in ${host.files.dir}. They were left as they are.`)
  const owner: Person = { id: PersonId.parse(host.newId()), name: setUp.practitioner.legalName, role: 'owner' }
  const key = randomBytes(32)
  const slot = await makeSlot(owner, setUp.password, { key, cost: host.kdfCost })
  makeFirstFile(host, key, setUp)
  writeKeyring(host.files.keyring, { format: 1, clinicName: setUp.clinic.name, isDemo: host.makesDemo, idleMinutes: USUAL_IDLE_MINUTES, slots: [slot] })
  putInPlace(host.files.settingUp, host.files.database)
  openClinic(host, key)
  startSession(host, owner)
  return { status: statusOf(host), recoveryKey: printRecoveryKey(key) }
}

function makeFirstFile(host: Host, key: Uint8Array, setUp: SetUp) {
  // Left over from a set-up that never finished: its key was never kept.
  for (const end of ['', '-wal', '-shm']) rmSync(host.files.settingUp + end, { force: true })
  const db = openDatabase(host.files.settingUp, key, { mustExist: false })
  const today = dayOf(wallTimeOf(host.clock.now(), setUp.clinic.timeZone))
  try {
    migrate(db, migrations, () => undefined)
    transaction(db, () => insertSetUp(db, setUp, { newId: host.newId, today, resourcesDir: host.resourcesDir }))
  } finally {
    db.close()
  }
}
