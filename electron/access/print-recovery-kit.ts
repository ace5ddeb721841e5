import { DomainError } from '../../shared/lib/errors.ts'
import type { Host } from './host.ts'
import { showRecoveryKey } from './passwords.ts'

/** Draws the recovery kit and opens it in the system’s viewer to be printed. Returns the temporary file’s path. Throws `forbidden` on a wrong password. */
export async function printRecoveryKit(host: Host, password: string): Promise<string> {
  await showRecoveryKey(host, password)
  throw new DomainError('not_found', 'The recovery kit cannot be drawn yet.')
}
