import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { statusesAfter, statusLabel } from '../../shared/appointments/status.ts'
import { dayOf, formatTime, formatWeekday, LocalDateTime } from '../../shared/lib/dates.ts'
import type { Practitioner } from '../../shared/practice/schema.ts'
import { useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { stopAtUnread } from '../lib/unread.ts'
import { Button } from '../ui/button.tsx'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { Problem } from '../ui/messages.tsx'
import { Meter } from '../ui/meter.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { PrescriptionChoice } from '../ui/prescription-choice.tsx'
import { Facts, Section } from '../ui/screen.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { DateText, Money, TimeText } from '../ui/words.tsx'
import css from './booking.module.css'
import { BookingWarnings } from './booking-warnings.tsx'
import { isMovable } from './calendar-event.tsx'

const STEPS: Readonly<Partial<Record<Appointment['status'], string>>> = {
  booked: 'Back to booked',
  confirmed: 'Confirm',
  arrived: 'Mark arrived',
  'no-show': 'Did not come',
  cancelled: 'Cancel visit',
}

type VisitPanelProps = MoveFormProps & { onClose: () => void }

/** One visit beside the calendar: what it is, where it stands, and Move… as the equal of dragging. */
export function VisitPanel({ visit, practitioners, onClose, onMoved }: VisitPanelProps) {
  const setStatus = useCommand('appointments.setStatus')
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const steps = statusesAfter(visit.status).filter(status => STEPS[status])
  const isCharted = visit.noteId !== null || visit.status === 'in-session' || visit.status === 'arrived'
  return (
    <SidePanel
      title={visit.patientName}
      note={`${visit.condition || 'No episode yet'} · ${statusLabel(visit.status)}`}
      onClose={onClose}
      footer={
        <>
          <ButtonLink
            kind="primary"
            to={isCharted ? '/session/$appointmentId' : '/patients/$patientId'}
            params={isCharted ? { appointmentId: visit.id } : { patientId: visit.patientId }}
          >
            {isCharted ? 'Open note' : 'Open chart'}
          </ButtonLink>
          {isCharted && <Button onClick={() => void navigate({ to: '/patients/$patientId', params: { patientId: visit.patientId } })}>Open chart</Button>}
        </>
      }
    >
      <Facts
        facts={[
          [
            'When',
            <span key="when">
              <DateText day={dayOf(visit.startsAt)} form="weekday" />, <TimeText at={visit.startsAt} />, {visit.minutes} min
            </span>,
          ],
          ['With', visit.practitionerName],
          ...(visit.prescription
            ? ([
                [
                  'Prescription',
                  <span key="rx">
                    {visit.prescription.allowed && (
                      <Meter size="small" used={visit.prescription.used} total={visit.prescription.allowed} now={visit.prescription.hasVisitToday} />
                    )}{' '}
                    {visit.prescription.words}
                  </span>,
                ],
              ] as const)
            : []),
          ['Phone', visit.phone || 'None on file'],
          ['Balance', <Money key="balance" cents={visit.balance} quietZero />],
          ...(visit.remark ? ([['Remark', visit.remark]] as const) : []),
          ...(visit.cancelReason ? ([['Reason', visit.cancelReason]] as const) : []),
        ]}
      />
      <PrescriptionChoice visit={visit} />
      {steps.length > 0 && (
        <Section title="Next">
          <div className={css.stack}>
            <div className={css.ways}>
              {steps.map(status => (
                <Button key={status} size="small" busy={setStatus.isPending} onClick={() => setStatus.mutate({ appointmentId: visit.id, status, reason })}>
                  {STEPS[status]}
                </Button>
              ))}
            </div>
            {steps.includes('cancelled') && <TextField label="Reason for a cancellation or no-show, if there is one" value={reason} onChange={setReason} />}
            <Problem error={setStatus.error} />
          </div>
        </Section>
      )}
      {isMovable(visit.status) && <MoveForm key={visit.startsAt} visit={visit} practitioners={practitioners} onMoved={onMoved} />}
    </SidePanel>
  )
}

type MoveFormProps = { visit: Appointment; practitioners: readonly Practitioner[]; onMoved: (day: string) => void }

function MoveForm({ visit, practitioners, onMoved }: MoveFormProps) {
  const move = useCommand('appointments.move')
  const [day, setDay] = useState<string | null>(dayOf(visit.startsAt))
  const [time, setTime] = useState<string | null>(visit.startsAt.slice(11))
  const [minutes, setMinutes] = useState<number | null>(visit.minutes)
  const [practitionerId, setPractitionerId] = useState(visit.practitionerId)
  const startsAt = LocalDateTime.safeParse(`${day}T${time}`)
  const isChanged = startsAt.data !== visit.startsAt || minutes !== visit.minutes || practitionerId !== visit.practitionerId
  const fields =
    startsAt.success && minutes
      ? {
          patientId: visit.patientId,
          episodeId: visit.episodeId,
          practitionerId,
          startsAt: startsAt.data,
          minutes,
          remark: visit.remark,
          roomId: visit.roomId,
          visitTypeId: visit.visitTypeId,
          bufferMinutes: visit.bufferMinutes,
        }
      : null
  const save = () => {
    if (!fields || stopAtUnread()) return
    const back = { appointmentId: visit.id, startsAt: visit.startsAt, minutes: visit.minutes, practitionerId: visit.practitionerId }
    move.mutate(
      { ...back, startsAt: fields.startsAt, minutes: fields.minutes, practitionerId },
      {
        onSuccess: moved => {
          onMoved(dayOf(moved.startsAt))
          offerUndo(`${visit.patientName}’s visit is now ${formatWeekday(dayOf(moved.startsAt))}, ${formatTime(moved.startsAt)}.`, () => move.mutate(back))
        },
      },
    )
  }
  return (
    <Section title="Move">
      <div className={css.stack}>
        <div className={css.pair}>
          <DateField label="Date" value={day} onChange={setDay} />
          <TimeField label="Time" value={time} onChange={setTime} />
          <NumberField label="Minutes" value={minutes} onChange={setMinutes} step={15} min={15} max={240} />
          <SelectField
            label="Practitioner"
            value={practitionerId}
            onChange={setPractitionerId}
            choices={practitioners.map(one => ({ value: one.id, label: one.legalName }))}
          />
        </div>
        {fields && isChanged && <BookingWarnings fields={fields} ignore={visit.id} />}
        <Problem error={move.error} />
        <Button className={css.start} size="small" disabled={!fields || !isChanged} busy={move.isPending} onClick={save}>
          Move visit
        </Button>
      </div>
    </Section>
  )
}
