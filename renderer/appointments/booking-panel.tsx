import { type ReactNode, useState } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { dayOf, formatTime, formatWeekday, type LocalDate } from '../../shared/lib/dates.ts'
import { ask, queryClient } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { SearchSelect } from '../ui/select-field.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './booking.module.css'
import { useBookingCheck } from './booking-check.ts'
import { typedName } from './booking-choice.ts'
import { ServiceFields, TimeFields } from './booking-details.tsx'
import { BookingDone } from './booking-done.tsx'
import { BLANK_BOOKING } from './booking-draft.ts'
import { FreeTimeFilters, FreeTimes } from './booking-free-times.tsx'
import { NewPersonFields } from './booking-new-person.tsx'
import { useSendBooking } from './booking-send.ts'
import { type Booking, type BookingStart, useBooking } from './booking-state.ts'
import { BookingWarnings } from './booking-warnings.tsx'

type BookingPanelProps = BookingStart & {
  onClose: () => void
  /** A visit was booked: show its day. The panel stays, offers what comes next and closes itself through `onClose`. */
  onBooked: (day: LocalDate) => void
}

/** Finds patients for booking: active ones only; the deceased and those who left are not offered. */
export async function findPatientsToBook(text: string) {
  const found = await queryClient.fetchQuery(ask('patients.search', { text, scope: 'active', limit: 8 }))
  return found.rows.map(row => ({ key: row.id, label: row.name, detail: `${dateInWords(row.bornOn)} · ${row.phone || row.chartNumber}`, item: row }))
}

/** Books a visit: patient, service, time. With the usual choices made, a known patient takes the name, Enter and Ctrl Enter. */
export function BookingPanel({ slot, patientId, waitlistId, onClose, onBooked }: BookingPanelProps) {
  const booking = useBooking({ slot, patientId, waitlistId })
  const check = useBookingCheck(booking.fields.success ? booking.fields.data : null, null)
  const [problem, setProblem] = useState<{ message: string } | null>(null)
  const [booked, setBooked] = useState<Appointment | null>(null)
  const { send, isBusy } = useSendBooking({
    booking,
    check,
    waitlistId,
    onRefused: setProblem,
    onBooked: (visit, day) => {
      setBooked(visit)
      onBooked(day)
    },
  })
  const { draft, chosen } = booking
  if (booked) {
    const another = () => {
      draft.restart({ ...BLANK_BOOKING, patient: { id: booked.patientId, name: booked.patientName } })
      setBooked(null)
    }
    return <BookingDone visit={booked} onAnother={another} onClose={onClose} />
  }
  return (
    <FormPanel
      title="New visit"
      save={check.standing === 'needs-reason' ? 'Book anyway' : 'Book visit'}
      busy={isBusy}
      problem={problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <KeptNote form={draft} />
      <PatientPart booking={booking} />
      <ServiceFields booking={booking} />
      <TimePart booking={booking}>
        <BookingWarnings check={check} reason={chosen.overruleReason} onReason={overruleReason => draft.change({ overruleReason })} />
      </TimePart>
    </FormPanel>
  )
}

function PatientPart({ booking }: { booking: Booking }) {
  const { draft, chosen, who } = booking
  const choose = (patient: { id: NonNullable<typeof who>['id']; name: string }) =>
    draft.change({ patient: { id: patient.id, name: patient.name }, person: null, episodeId: null, visitTypeId: null, minutes: null, pick: null })
  if (chosen.person) {
    return (
      <NewPersonFields person={chosen.person} onChange={person => draft.change({ person })} onKnown={choose} onCancel={() => draft.change({ person: null })} />
    )
  }
  return (
    <SearchSelect
      label="Patient"
      name="patient"
      chosen={who?.name ?? ''}
      search={findPatientsToBook}
      onChoose={choose}
      placeholder="Name, phone, birth date or chart number"
      create={{
        offer: typed => `New patient “${typed.trim()}”`,
        run: typed => draft.change({ patient: null, person: { ...typedName(typed), bornOn: null, phone: '' } }),
      }}
    />
  )
}

/** `children`: what is said of the time, below it. */
function TimePart({ booking, children }: { booking: Booking; children: ReactNode }) {
  const { given: slot, draft, chosen, offered, practitioners, startsAt, practitionerId, who } = booking
  const inList = offered.times.find(time => time.startsAt === startsAt && time.practitionerId === practitionerId) ?? null
  const isFinding = slot === null || chosen.isFinding
  return (
    <>
      {isFinding ? (
        <>
          <FreeTimes
            times={offered.times}
            chosen={inList}
            onChoose={({ startsAt: picked, practitionerId: whose, roomId }) =>
              draft.change({ pick: { startsAt: picked, practitionerId: whose, roomId }, day: null, time: null, practitionerId: null, roomId: null })
            }
            isAsking={offered.isAsking}
            takesFocus={who !== null && slot === null}
          />
          {children}
          <FreeTimeFilters
            filter={chosen.find}
            practitioners={practitioners}
            onChange={patch => draft.change({ find: { ...chosen.find, ...patch }, pick: null, day: null, time: null, practitionerId: null })}
          />
        </>
      ) : (
        <>
          <p className={css.slot}>
            <b>
              {formatWeekday(dayOf(slot.startsAt))}, {formatTime(slot.startsAt)}
            </b>
            <Button kind="text" size="small" onClick={() => draft.change({ isFinding: true })}>
              Find another free time
            </Button>
          </p>
          {children}
        </>
      )}
      <TimeFields booking={booking} />
    </>
  )
}
