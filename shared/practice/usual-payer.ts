import type { z } from 'zod'
import type { PayerFields } from './schema.ts'

/** A payer before anyone set it up: the CMS 8-minute rule, no limits, nothing added, nothing asked. */
export const USUAL_PAYER: Omit<z.infer<typeof PayerFields>, 'name' | 'kind'> = {
  unitRule: 'cms',
  requiresPrescription: false,
  autoModifiers: [],
  maxUnitsPerVisit: null,
  maxUnitsPerDay: null,
  sameDayModifier: 'none',
  placeOfService: '',
  mustCarry: [],
}
