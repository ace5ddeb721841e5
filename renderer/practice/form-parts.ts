import type { z } from 'zod'
import type { Clinic, PractitionerFields } from '../../shared/practice/schema.ts'
import type { ClinicForm } from '../lib/forms.ts'

/** The clinic's profile being edited. */
export type ClinicProfileForm = ClinicForm<z.input<typeof Clinic>, z.output<typeof Clinic>>
/** A practitioner being edited. */
export type PractitionerForm = ClinicForm<z.input<typeof PractitionerFields>, z.output<typeof PractitionerFields>>
