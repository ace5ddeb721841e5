import type { Appointment, AppointmentStatus } from '../../shared/appointments/schema.ts'

/** The one next step of a visit beside the calendar. */
export type VisitStep = 'check-in' | 'start' | 'open-note' | 'sign' | 'check-out' | 'chart' | 'book-again'

/** What each step is called on its button. */
export const STEP_WORDS: Readonly<Record<VisitStep, string>> = {
  'check-in': 'Check in',
  start: 'Start session',
  'open-note': 'Open note',
  sign: 'Sign note',
  'check-out': 'Check out',
  chart: 'Open chart',
  'book-again': 'Book again',
}

/** What is to be done next with a visit. The front desk writes no notes: its step during a session is the chart, after it check-out. */
export function nextStepOf({ status, noteState }: Pick<Appointment, 'status' | 'noteState'>, isClinical: boolean): VisitStep {
  const steps: Readonly<Record<AppointmentStatus, VisitStep>> = {
    booked: 'check-in',
    confirmed: 'check-in',
    arrived: isClinical ? 'start' : 'chart',
    'in-session': isClinical ? 'open-note' : 'chart',
    finished: isClinical && noteState !== 'signed' ? 'sign' : 'check-out',
    'checked-out': 'chart',
    'no-show': 'book-again',
    cancelled: 'book-again',
  }
  return steps[status]
}

/** Whether a visit may still be moved: nothing was done or charged yet. */
export const mayMove = (status: AppointmentStatus): boolean => status === 'booked' || status === 'confirmed' || status === 'arrived'

/** Whether a visit is still to come, so that one calls about it and prints it on a card. */
export const isComing = (status: AppointmentStatus): boolean => status === 'booked' || status === 'confirmed'

/** “Visit 4 of 6”, “visit 7, beyond the 6 prescribed”; empty where no number can be told. */
export function visitNumberWords({ visitNumber, visitsAllowed }: Pick<Appointment, 'visitNumber' | 'visitsAllowed'>): string {
  if (visitNumber === null) return ''
  if (visitsAllowed === null) return `Visit ${visitNumber}`
  return visitNumber > visitsAllowed ? `Visit ${visitNumber}, beyond the ${visitsAllowed} prescribed` : `Visit ${visitNumber} of ${visitsAllowed}`
}
