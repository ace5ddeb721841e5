import { join } from 'node:path'
import type { Role } from '../../shared/access/schema.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { makeSlot } from '../access/key-slot.ts'
import { readKeyring, writeKeyring } from '../access/keyring.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import type { signedInApp } from './test-app.ts'
import { countedIds, TEST_KDF, type TestApp, testApp } from './test-app.ts'

const SAM = '00000000-0000-4000-8000-0000000000fe'

/** The same clinic with Sam Ito signed in instead of the owner, in a role of Sam’s own. Its folder is removed with the first app’s. */
export async function samSignedIn(test: Awaited<ReturnType<typeof signedInApp>>, role: Role): Promise<TestApp> {
  await test.app.close()
  const file = join(test.dir, 'keyring.json')
  const person = { id: PersonId.parse(SAM), name: 'Sam Ito', role }
  const slot = await makeSlot(person, 'another good password', { key: readRecoveryKey(test.recoveryKey), cost: TEST_KDF })
  const keyring = readKeyring(file)
  writeKeyring(file, { ...keyring, slots: [...keyring.slots, slot] })
  const sams = testApp({ dir: test.dir, newId: countedIds(5000) })
  await sams.request('access.signIn', { personId: person.id, password: 'another good password' })
  return sams
}
