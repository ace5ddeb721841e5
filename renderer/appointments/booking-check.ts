import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AppointmentFields, BookingWarning } from '../../shared/appointments/schema.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { askWhen } from '../lib/ask-when.ts'
import { useMayOverrule } from '../lib/overrule.ts'

/** What speaks against a time, and whether it can be booked all the same: at once, with a reason, by somebody else, or not at all. */
export type BookingCheck = { warnings: readonly BookingWarning[]; standing: 'free' | 'needs-reason' | 'ask-somebody' | 'refused' }

/** Where warnings leave the one who books. */
export function standingOf(warnings: readonly BookingWarning[], mayOverrule: boolean): BookingCheck['standing'] {
  if (warnings.some(warning => warning.level === 'refused')) return 'refused'
  if (!warnings.some(warning => warning.level === 'overrule')) return 'free'
  return mayOverrule ? 'needs-reason' : 'ask-somebody'
}

/** Checks a time while it is chosen. `ignore` is the visit that moves there itself; null fields are not checked. */
export function useBookingCheck(fields: AppointmentFields | null, ignore: AppointmentId | null): BookingCheck {
  const mayOverrule = useMayOverrule()
  const asked = useQuery({ ...askWhen('appointments.check', fields && { fields, ignore }), placeholderData: keepPreviousData })
  const warnings = fields ? (asked.data ?? []) : []
  return { warnings, standing: standingOf(warnings, mayOverrule) }
}

/** What stops a booking before it is sent: a missing reason. Everything else the records decide. */
export function missingReason({ standing }: BookingCheck, reason: string): { message: string } | null {
  return standing === 'needs-reason' && reason.trim() === '' ? { message: 'Write why you book this time anyway.' } : null
}
