import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'

/** The sheet an owner prints at set-up: with it the records open even when the password is forgotten. It holds no patient data. */
export const RecoveryKit = z.strictObject({
  clinicName: z.string(),
  madeOn: LocalDate,
  /** The recovery key as the app shows it, in groups parted by hyphens or spaces. */
  recoveryKey: z.string(),
})
export type RecoveryKit = z.infer<typeof RecoveryKit>
