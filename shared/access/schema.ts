import { z } from 'zod'
import { Instant } from '../lib/dates.ts'
import { PersonId } from '../lib/ids.ts'
import { line } from '../lib/text.ts'

/** What a person may do: the owner everything, a clinician all but the owner's settings, the front desk no clinical writing. */
export const Role = z.enum(['owner', 'clinician', 'front-desk'])
export type Role = z.infer<typeof Role>

/** Someone who can sign in. Names stand in the keyring file beside the database, so that the sign-in screen can show them. */
export const Person = z.strictObject({ id: PersonId, name: line('the name'), role: Role })
export type Person = z.infer<typeof Person>

/** A password: at least 10 characters, so that a stolen file is not opened by guessing. */
export const Password = z.string().min(10, 'Use at least 10 characters. A short sentence is easy to remember.').max(200, 'Use at most 200 characters.')

/** What the app shows before and after sign-in. `state` decides the first screen. */
export const AccessStatus = z.strictObject({
  /** `empty`: no clinic here yet · `locked`: a clinic, nobody signed in · `open`: signed in · `blocked`: files are here but cannot be opened, `problem` says why and what to do */
  state: z.enum(['empty', 'locked', 'open', 'blocked']),
  clinicName: z.string(),
  isDemo: z.boolean(),
  person: Person.nullable(),
  people: z.array(Person),
  problem: z.string().nullable(),
  /** When the lock came and why; null before the first sign-in of this run. */
  lockedAt: Instant.nullable(),
  lockReason: z.enum(['asked', 'idle']).nullable(),
  idleMinutes: z.int(),
  lastBackupAt: Instant.nullable(),
  /** False when only the recovery key can open the clinic, because the keyring file is missing or damaged. */
  passwordWorks: z.boolean(),
  version: z.string(),
  /** The records’ own clock, so that the screens’ today is the same. */
  now: Instant,
  /** The clinic's own time, IANA name. */
  timeZone: z.string(),
})
export type AccessStatus = z.infer<typeof AccessStatus>
