import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { PersonId } from '../lib/ids.ts'
import { SetUp } from '../practice/set-up.ts'
import { AccessStatus, Password } from './schema.ts'

const Nothing = z.strictObject({})
const RecoveryKey = z.string().max(400, 'That is too long to be a recovery key.')

/** Signing in and out, setting a clinic up, and the keys to its file. */
export const accessRequests = {
  'access.status': query('anyone', Nothing, AccessStatus),
  /** Makes the clinic's files and signs its owner in. Refused where files already are. */
  'access.setUpClinic': command('anyone', SetUp, z.strictObject({ status: AccessStatus, recoveryKey: z.string() })),
  /** Opens the demo clinic, in its own folder beside the clinic's; makes it the first time. */
  'access.openDemo': command('anyone', Nothing, AccessStatus),
  /** Makes the demo clinic anew. Refused unless the demo is open. */
  'access.startDemoOver': command('owner', Nothing, AccessStatus),
  /** Leaves the demo and goes back to the clinic's own files (or to first run). */
  'access.leaveDemo': command('anyone', Nothing, AccessStatus),
  'access.signIn': command('anyone', z.strictObject({ personId: PersonId, password: z.string().max(200) }), AccessStatus),
  /** Opens the clinic with the printed recovery key and sets a new owner password (writes a new keyring). */
  'access.recover': command('anyone', z.strictObject({ recoveryKey: RecoveryKey, newPassword: Password }), AccessStatus),
  'access.lock': command('anyone', z.strictObject({ reason: z.enum(['asked', 'idle']) }), AccessStatus),
  'access.changePassword': command('front-desk', z.strictObject({ current: z.string().max(200), next: Password }), AccessStatus),
  'access.setIdleMinutes': command('owner', z.strictObject({ minutes: z.int().min(1, 'At least 1 minute.').max(120, 'At most 120 minutes.') }), AccessStatus),
  /** Shows the recovery key again, after asking for the password. */
  'access.showRecoveryKey': command('owner', z.strictObject({ password: z.string().max(200) }), z.strictObject({ recoveryKey: z.string() })),
  /** Draws the recovery kit as a PDF and opens it in the system's viewer to be printed. Returns the file's path. */
  'access.printRecoveryKit': command('owner', z.strictObject({ password: z.string().max(200) }), z.strictObject({ path: z.string() })),
} as const satisfies Record<string, Endpoint>
