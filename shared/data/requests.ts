import { z } from 'zod'
import { AccessStatus, Password } from '../access/schema.ts'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { Instant } from '../lib/dates.ts'

/** One verified copy of the clinic's file. `path` is absolute; `bytes` its size. */
export const Backup = z.strictObject({
  path: z.string(),
  name: z.string(),
  at: Instant,
  bytes: z.int(),
  kind: z.enum(['asked', 'on-quit', 'before-migration']),
})
export type Backup = z.infer<typeof Backup>

/** What a full check of the open clinic found. `damage` has one sentence each and is empty when all is well. */
export const Soundness = z.strictObject({ isSound: z.boolean(), damage: z.array(z.string()), auditLines: z.int(), bytes: z.int() })
export type Soundness = z.infer<typeof Soundness>

/** Backups and restore. */
export const dataRequests = {
  /** Makes a verified encrypted copy in the clinic's backups folder. */
  'data.backUp': command('front-desk', z.strictObject({}), Backup),
  /** As above, but asks where to save it (a drive, another folder). Null when the person cancelled. */
  'data.backUpTo': command('front-desk', z.strictObject({}), Backup.nullable()),
  /** Reads every page, reference and audit line of the open clinic. Slow on a large one. */
  'data.check': query('front-desk', z.strictObject({}), Soundness),
  /** The backups in the clinic's folder, newest first. Names only, so it works before sign-in. */
  'data.listBackups': query('anyone', z.strictObject({}), z.array(Backup)),
  /** Asks for a backup file. Null when cancelled. */
  'data.chooseBackup': command('anyone', z.strictObject({}), z.strictObject({ path: z.string() }).nullable()),
  /**
   * Puts a backup in place of the present file, which is set aside, never deleted. The key is the clinic's password (its keyring is here) or the
   * recovery key; with a recovery key on a computer that has no keyring, `newPassword` becomes the owner's. Nothing moves until the backup is verified.
   */
  'data.restore': command(
    'anyone',
    z.strictObject({
      path: z.string().max(4000),
      password: z.string().max(200).optional(),
      recoveryKey: z.string().max(400).optional(),
      newPassword: Password.optional(),
    }),
    z.strictObject({ status: AccessStatus, setAside: z.string().nullable() }),
  ),
} as const satisfies Record<string, Endpoint>
