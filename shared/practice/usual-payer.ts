import type { z } from 'zod'
import type { Payer, PayerFields } from './schema.ts'

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

/** What a new payer of this kind is asked about massage and manual therapy on one day: XS for health insurance, nothing for auto, work and self-pay. */
export const usualSameDay = (kind: Payer['kind']): Payer['sameDayModifier'] => (kind === 'commercial' ? 'XS' : 'none')
