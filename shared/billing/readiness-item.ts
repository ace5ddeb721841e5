import { z } from 'zod'

/** Where one thing is fixed: the screen, the field to focus, the record it belongs to (its id), and the button’s words. */
export const ReadinessFix = z.strictObject({
  screen: z.enum(['clinic', 'practitioner', 'prescriber', 'patient', 'policy', 'episode', 'session', 'check-out']),
  field: z.string(),
  refId: z.string().nullable(),
  label: z.string(),
})
export type ReadinessFix = z.infer<typeof ReadinessFix>

/** One thing an insurer looks at. `label` states how it stands; `sentence` adds what to do and is empty when `ok`. `blocks`: no superbill without it. */
export const ReadinessItem = z.strictObject({
  id: z.enum([
    'note',
    'units',
    'diagnosis',
    'codes',
    'prescription',
    'prescriber-npi',
    'regions',
    'provider-npi',
    'license',
    'tax-id',
    'address',
    'birth-date',
    'member-id',
    'insured',
    'claim',
    'place',
    'pointers',
    'paid',
    'taxonomy',
    'group-number',
    'authorization',
    'referrer',
    'organisation-npi',
    'signature',
  ]),
  label: z.string(),
  state: z.enum(['ok', 'attention', 'blocks']),
  sentence: z.string(),
  fix: ReadinessFix.nullable(),
})
export type ReadinessItem = z.infer<typeof ReadinessItem>
