import { z } from 'zod'
import { Password } from '../access/schema.ts'
import { Amount } from '../lib/money.ts'
import { ClinicProfile, PractitionerFields, ServiceFields } from './schema.ts'

/** What first run asks for: clinic → practitioner → services and fees → protect. Everything can be changed later in Settings. */
export const SetUp = z.strictObject({
  clinic: ClinicProfile,
  practitioner: PractitionerFields,
  /** May be empty: services can be added in Settings. Fees take effect today. */
  services: z.array(ServiceFields.extend({ unitFee: Amount })).max(30, 'Add the rest in Settings.'),
  password: Password,
})
export type SetUp = z.infer<typeof SetUp>
