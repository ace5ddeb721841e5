import type { Clock } from '../app/clock.ts'
import { DomainError } from '../../shared/lib/errors.ts'

/** Makes the demo clinic’s files in `dir` (keyring and database, closed at the end), its owner’s password being the demo password. */
export async function makeDemoClinic(_place: { dir: string; resourcesDir: string; clock: Clock }): Promise<void> {
  throw new DomainError('not_found', 'The demo clinic is not part of this build.')
}
