import { useNavigate } from '@tanstack/react-router'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { dayOf, formatTime, formatWeekday } from '../../shared/lib/dates.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { EstimateStep } from '../ui/estimate-step.tsx'
import { Problem } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import css from './booking.module.css'

type BookingDoneProps = { visit: Appointment; onAnother: () => void; onClose: () => void }

/** A visit was booked: what usually comes next, one key each. Enter is done. */
export function BookingDone({ visit, onAnother, onClose }: BookingDoneProps) {
  const navigate = useNavigate()
  const card = useCommand('documents.openAppointmentCard')
  const print = () => card.mutate({ patientId: visit.patientId, appointmentIds: [visit.id] })
  const plan = () => void navigate({ to: '/calendar', search: { series: visit.patientId } })
  useHotkey({ keys: 'alt+c', label: 'Print appointment card', run: print })
  useHotkey({ keys: 'alt+s', label: 'Plan a series', run: plan })
  useHotkey({ keys: 'alt+a', label: 'Another visit for this patient', run: onAnother })
  const details = [visit.visitTypeName, `${visit.minutes} min`, visit.roomName, visit.practitionerName].filter(Boolean).join(' · ')
  return (
    <SidePanel title="Booked" note={visit.patientName} onClose={onClose} width={440}>
      <div role="status">
        <p className={css.booked}>
          {formatWeekday(dayOf(visit.startsAt))}, {formatTime(visit.startsAt)}
        </p>
        <p className={css.quiet}>{details}</p>
        {visit.prescription && <p className={css.quiet}>{visit.prescription.words}</p>}
      </div>
      <EstimateStep patientId={visit.patientId} />
      <Problem error={card.error} />
      <div className={css.next}>
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
        <Button icon="printer" keys="alt+c" busy={card.isPending} onClick={print}>
          Print appointment card
        </Button>
        <Button keys="alt+s" onClick={plan}>
          Plan a series
        </Button>
        <Button keys="alt+a" onClick={onAnother}>
          Another visit for this patient
        </Button>
        <TextLink to="/patients/$patientId" params={{ patientId: visit.patientId }}>
          Open chart
        </TextLink>
      </div>
    </SidePanel>
  )
}
