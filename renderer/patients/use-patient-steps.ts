import { useNavigate } from '@tanstack/react-router'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'

/** The ways from a patient to today’s note, the calendar and the desk, for shortcuts. */
export function usePatientSteps(patientId: PatientId, today: AppointmentId | undefined) {
  const navigate = useNavigate()
  return {
    hasNote: today !== undefined,
    openNote: () => void (today && navigate({ to: '/session/$appointmentId', params: { appointmentId: today } })),
    book: () => void navigate({ to: '/calendar', search: { book: patientId } }),
    takePayment: () => void navigate({ to: '/patients/$patientId', params: { patientId }, search: { tab: 'billing' } }),
  }
}
