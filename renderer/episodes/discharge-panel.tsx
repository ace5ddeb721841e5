import { useQuery } from '@tanstack/react-query'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { cancelObstacle } from '../../shared/episodes/discharge.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { TextLink } from '../lib/links.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { Problem } from '../ui/messages.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DateText, TimeText } from '../ui/words.tsx'
import css from './discharge.module.css'
import { DischargeSheet } from './discharge-sheet.ts'
import { FinalMeasuresPart } from './final-measures-part.tsx'
import { ReasonChoice } from './reason-choice.tsx'

type DischargePanelProps = { episode: Episode; onClose: () => void }

/** Ends the course of treatment: why, what is still booked, and how the patient is at last. It can be opened again. */
export function DischargePanel({ episode, onClose }: DischargePanelProps) {
  const found = useQuery(ask('episodes.getDischarge', { episodeId: episode.id }))
  if (!found.data)
    return (
      <FormPanel title="Discharge" save="Discharge" busy problem={found.error} onSave={() => undefined} onClose={onClose}>
        {null}
      </FormPanel>
    )
  return <DischargeForm episode={episode} before={found.data} onClose={onClose} />
}

function DischargeForm({ episode, before, onClose }: DischargePanelProps & { before: Output<'episodes.getDischarge'> }) {
  const close = useCommand('episodes.close')
  const start = {
    kind: null,
    reason: '',
    closedOn: todayHere(),
    kept: [],
    painNow: null,
    activities: before.activities.map(({ name }) => ({ name, score: null })),
    scores: before.measuresDue.flatMap(({ measure, generic }) =>
      measure === 'pain' || measure === 'psfs' ? [] : [{ measure, generic, ticked: null, points: null, answered: null }],
    ),
  }
  const form = useClinicForm({ schema: DischargeSheet, start, keepAs: `discharge of ${episode.id}` })
  const closedOn = form.bind('closedOn')
  const kind = form.bind('kind')
  const send = form.submit(async ({ kind: chosen, kept, painNow, activities, scores, ...rest }) => {
    if (chosen === null) return
    const cancelBookings = before.bookings.filter(visit => !kept.includes(visit.id)).map(visit => visit.id)
    const finalMeasures = { on: rest.closedOn, painNow, activities, scores }
    await close.mutateAsync({ episodeId: episode.id, ...rest, kind: chosen, finalMeasures, cancelBookings })
    onClose()
  })
  return (
    <FormPanel
      title="Discharge"
      note="Notes, invoices and papers stay. The episode can be opened again."
      save={before.bookings.length > 0 ? 'Discharge, cancel bookings' : 'Discharge'}
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <KeptNote form={form} />
      {before.unsignedNotes > 0 && <Problem tone="care" error={{ message: unsignedWords(before.unsignedNotes) }} />}
      <ReasonChoice {...kind} />
      <FieldRow template="1.8fr 1fr">
        <TextField label="In words" required={kind.value === 'other'} maxLength={200} placeholder="Sleeps through again" {...form.bind('reason')} />
        <DateField label="Discharged on" {...closedOn} onChange={day => closedOn.onChange(day ?? '')} />
      </FieldRow>
      <StillBooked bookings={before.bookings} {...form.bind('kept')} />
      <FinalMeasuresPart form={form} episode={episode} before={before} />
    </FormPanel>
  )
}

const unsignedWords = (count: number) =>
  `${count === 1 ? '1 note of this episode is' : `${count} notes of this episode are`} not signed yet. Sign ${count === 1 ? 'it' : 'them'} before the discharge letter is written.`

type StillBookedProps = { bookings: readonly Appointment[]; value: string[]; onChange: (kept: string[]) => void }

/** The visits that the discharge cancels, each with its day; one that cannot be cancelled says why. */
function StillBooked({ bookings, value, onChange }: StillBookedProps) {
  if (bookings.length === 0) return null
  const keeps = bookings.some(visit => value.includes(visit.id))
  return (
    <fieldset className={css.group}>
      <legend>Cancel what is still booked</legend>
      {bookings.map(visit => (
        <div key={visit.id}>
          <Checkbox
            label={
              <>
                <DateText day={dayOf(visit.startsAt)} form="weekday" />, <TimeText at={visit.startsAt} />, {visit.minutes} min
              </>
            }
            value={!value.includes(visit.id)}
            onChange={cancels => onChange(cancels ? value.filter(id => id !== visit.id) : [...value, visit.id])}
            error={cancelObstacle(visit) ?? undefined}
          />
          {cancelObstacle(visit) && (
            <TextLink className={css.way} to="/session/$appointmentId" params={{ appointmentId: visit.id }}>
              Open the session
            </TextLink>
          )}
        </div>
      ))}
      {keeps && <p className={css.mind}>A visit that stays booked keeps the episode open. Move it to another episode in the calendar first.</p>}
    </fieldset>
  )
}
