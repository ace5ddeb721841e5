import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId, SeriesId, WaitlistId } from '../../shared/lib/ids.ts'
import type { BlockedTime, CalendarVisit } from '../../shared/schedule/schema.ts'
import { MissedVisitPanel } from '../ui/missed-visit.tsx'
import { BlockPanel } from './block-panel.tsx'
import { BookingPanel } from './booking-panel.tsx'
import { MovePanel } from './move-panel.tsx'
import { SeriesPanel } from './series-panel.tsx'
import type { Slot } from './slot.ts'
import { VisitPanel } from './visit-panel.tsx'

/** What is open beside the calendar. */
export type Side =
  | { readonly kind: 'visit'; readonly visitId: AppointmentId }
  | { readonly kind: 'move'; readonly visitId: AppointmentId }
  | { readonly kind: 'cancel'; readonly visit: Pick<CalendarVisit, 'id' | 'patientName' | 'seriesId'> }
  | { readonly kind: 'series'; readonly seriesId: SeriesId }
  | { readonly kind: 'waitlist' }
  | { readonly kind: 'book'; readonly slot: Slot | null; readonly patientId: PatientId | null; readonly waitlistId: WaitlistId | null }
  | { readonly kind: 'plan'; readonly slot: Slot | null; readonly patientId: PatientId | null }
  | { readonly kind: 'block'; readonly block: BlockedTime | null; readonly slot: Slot | null }

type CalendarSideProps = { side: Side; onSide: (side: Side | null) => void; onDay: (day: LocalDate) => void }

/** The panel beside the calendar; a series and the waitlist stand in their own column instead. */
export function CalendarSide({ side, onSide, onDay }: CalendarSideProps) {
  const close = () => onSide(null)
  if (side.kind === 'book') {
    const { slot, patientId, waitlistId } = side
    return (
      <BookingPanel
        key={`${slot?.startsAt ?? ''} ${slot?.practitionerId ?? ''} ${patientId ?? ''} ${waitlistId ?? ''}`}
        {...{ slot, patientId, waitlistId }}
        onClose={close}
        onBooked={onDay}
      />
    )
  }
  if (side.kind === 'cancel') {
    return <MissedVisitPanel key={side.visit.id} appointmentId={side.visit.id} patientName={side.visit.patientName} status="cancelled" onClose={close} />
  }
  if (side.kind === 'move') return <MovePanel key={side.visitId} appointmentId={side.visitId} onClose={close} onMoved={onDay} />
  if (side.kind === 'visit') {
    return (
      <VisitPanel key={side.visitId} appointmentId={side.visitId} onClose={close} onMoved={onDay} onSeries={seriesId => onSide({ kind: 'series', seriesId })} />
    )
  }
  if (side.kind === 'plan') {
    return <SeriesPanel key={side.patientId ?? ''} patientId={side.patientId} slot={side.slot} onClose={close} onBooked={onDay} />
  }
  if (side.kind === 'block')
    return <BlockPanel key={`${side.block?.blockId ?? ''} ${side.block?.startsAt ?? ''}`} block={side.block} slot={side.slot} onClose={close} />
  return null
}
