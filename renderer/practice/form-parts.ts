import type { z } from 'zod'
import type { Clinic, PayerFields, PractitionerFields, PrescriberFields } from '../../shared/practice/schema.ts'
import type { ClinicForm } from '../lib/forms.ts'

/** The clinic's profile being edited. */
export type ClinicProfileForm = ClinicForm<z.input<typeof Clinic>, z.output<typeof Clinic>>
/** A practitioner being edited. */
export type PractitionerForm = ClinicForm<z.input<typeof PractitionerFields>, z.output<typeof PractitionerFields>>
/** A payer being edited. */
export type PayerForm = ClinicForm<z.input<typeof PayerFields>, z.output<typeof PayerFields>>
/** A prescriber being edited. */
export type PrescriberForm = ClinicForm<z.input<typeof PrescriberFields>, z.output<typeof PrescriberFields>>
