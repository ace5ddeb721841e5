import { useEffect, useRef, useState } from 'react'
import type { Appointment, AppointmentFields } from '../../shared/appointments/schema.ts'
import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId, WaitlistId } from '../../shared/lib/ids.ts'
import { RequestError, useCommand } from '../lib/api.ts'
import { type BookingCheck, missingReason } from './booking-check.ts'
import { BLANK_BOOKING } from './booking-draft.ts'
import { fieldsOfNew, missingFor } from './booking-missing.ts'
import type { Booking } from './booking-state.ts'
import { focusReason } from './booking-warnings.tsx'

type SendOptions = {
  booking: Booking
  check: BookingCheck
  waitlistId: WaitlistId | null
  onRefused: (problem: { message: string } | null) => void
  onBooked: (visit: Appointment, day: LocalDate) => void
}

/** Books the visit as it stands, registering somebody new in the same go. A refusal leaves everything as it was typed. */
export function useSendBooking({ booking, check, waitlistId, onRefused, onBooked }: SendOptions) {
  const book = useCommand('appointments.book')
  const register = useCommand('patients.register')
  const { draft, chosen, isSettling } = booking
  const [isHeld, setHeld] = useState(false)

  const patientToBook = async (): Promise<PatientId | null> => {
    if (!chosen.person) return booking.who?.id ?? null
    const person = fieldsOfNew(chosen.person)
    if (!person.success) return null
    const { id, firstName, lastName } = await register.mutateAsync({ fields: person.data, policy: null })
    draft.change({ patient: { id, name: `${firstName} ${lastName}` }, person: null })
    return id
  }
  const fieldsFor = (patientId: PatientId, startsAt: LocalDateTime): AppointmentFields | null => {
    if (booking.fields.success) return booking.fields.data
    if (!booking.practitionerId) return null
    return {
      patientId,
      episodeId: null,
      practitionerId: booking.practitionerId,
      startsAt,
      minutes: booking.minutes,
      remark: chosen.remark,
      roomId: booking.rooms.find(room => room.id === booking.roomId)?.id ?? null,
      visitTypeId: booking.type?.id ?? null,
      bufferMinutes: booking.type?.bufferMinutes ?? 0,
    }
  }
  const send = async () => {
    // A quick press comes before the patient, the episode or the time is read: it waits, or it would book something else.
    setHeld(isSettling)
    if (isSettling) return
    const missing = missingFor(booking) ?? missingReason(check, chosen.overruleReason)
    onRefused(missing)
    if (missing && check.standing === 'needs-reason') focusReason()
    if (missing || !booking.startsAt) return
    draft.markSending(true)
    try {
      const patientId = await patientToBook()
      const fields = patientId && fieldsFor(patientId, booking.startsAt)
      if (!fields) return
      const visit = await book.mutateAsync({ fields, waitlistId, overruleReason: check.standing === 'needs-reason' ? chosen.overruleReason : '' })
      draft.markSaved()
      draft.restart(BLANK_BOOKING)
      onBooked(visit, fields.startsAt.slice(0, 10) as LocalDate)
    } catch (error) {
      onRefused({ message: error instanceof RequestError ? error.message : 'Something went wrong. Nothing was booked.' })
    } finally {
      draft.markSending(false)
    }
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    if (isHeld && !isSettling) void latest.current()
  }, [isHeld, isSettling])
  return { send, isBusy: book.isPending || register.isPending }
}
