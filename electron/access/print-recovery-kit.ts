import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getClinic } from '../practice/repository.ts'
import { type Host, openHere } from './host.ts'
import { readKeyring } from './keyring.ts'
import { showRecoveryKey } from './passwords.ts'

/**
 * Draws the recovery kit and opens it in the system’s viewer to be printed. The file lies in the papers folder until the app is closed.
 * Returns its path. Throws `forbidden` on a wrong password.
 */
export async function printRecoveryKit(host: Host, password: string): Promise<string> {
  const recoveryKey = await showRecoveryKey(host, password)
  const { db } = openHere(host)
  // The drawing library is slow to load and has no part in signing in.
  const [{ drawRecoveryKit }, { printOptions }] = await Promise.all([import('../documents/recovery-kit-pdf.ts'), import('../documents/print-options.ts')])
  const kit = { clinicName: readKeyring(host.files.keyring).clinicName, madeOn: host.clock.today(), recoveryKey }
  const bytes = await drawRecoveryKit(kit, await printOptions(host.resourcesDir, getClinic(db).paperSize, host.clock.now()))
  mkdirSync(host.files.papers, { recursive: true, mode: 0o700 })
  const path = join(host.files.papers, 'Recovery kit.pdf')
  writeFileSync(path, bytes, { mode: 0o600 })
  await host.desktop.openFile(path)
  return path
}
