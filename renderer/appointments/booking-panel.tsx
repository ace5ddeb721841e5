import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AppointmentFields } from '../../shared/appointments/schema.ts'
import { dayOf, localDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import type { Practitioner } from '../../shared/practice/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SearchSelect, SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './booking.module.css'
import { BookingWarnings } from './booking-warnings.tsx'
import type { Slot } from './calendar-grid.tsx'

type BookingPanelProps = {
  slot: Slot
  patientId: PatientId | null
  practitioners: readonly Practitioner[]
  onClose: () => void
  onBooked: (day: string) => void
}

const NONE = 'none'

const findPatients = async (text: string) => {
  const found = await queryClient.fetchQuery(ask('patients.search', { text, scope: 'active', limit: 8 }))
  return found.rows.map(row => ({ key: row.id, label: row.name, detail: `${dateInWords(row.bornOn)} · ${row.phone || row.chartNumber}`, item: row }))
}

/** Books a visit: patient, episode, time. What speaks against the time is said while it is chosen. */
export function BookingPanel({ slot, patientId, practitioners, onClose, onBooked }: BookingPanelProps) {
  const navigate = useNavigate()
  const book = useCommand('appointments.book')
  const [patient, setPatient] = useState<Pick<PatientRow, 'id' | 'name'> | null>(null)
  const known = useQuery({ ...ask('patients.getHeader', { patientId: patientId ?? ('' as PatientId) }), enabled: patientId !== null && patient === null })
  const who = patient ?? (known.data ? { id: known.data.id, name: known.data.name } : null)
  const suggestion = useQuery({ ...ask('appointments.suggestNext', { patientId: who?.id ?? ('' as PatientId) }), enabled: who !== null && patientId !== null })
  const episodes = useQuery({ ...ask('episodes.list', { patientId: who?.id ?? ('' as PatientId) }), enabled: who !== null })
  const open = episodes.data?.filter(episode => episode.closedOn === null) ?? []

  const [episodeId, setEpisodeId] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [practitionerId, setPractitionerId] = useState<string | null>(slot.practitionerId)
  const [remark, setRemark] = useState('')
  const start = patientId !== null && suggestion.data ? suggestion.data.startsAt : slot.startsAt
  const at = { day: day ?? dayOf(start), time: time ?? start.slice(11) }
  const length = minutes ?? suggestion.data?.minutes ?? slot.minutes

  const fields = AppointmentFields.safeParse({
    patientId: who?.id,
    episodeId: episodeId === NONE ? null : (episodeId ?? open[0]?.id ?? null),
    practitionerId: practitionerId ?? suggestion.data?.practitionerId ?? practitioners[0]?.id,
    startsAt: `${at.day}T${at.time}`,
    minutes: length,
    remark,
  })
  const [asked, setAsked] = useState(false)
  const missing = fields.success ? null : { message: who ? (fields.error.issues[0]?.message ?? 'Check the time.') : 'Choose the patient first.' }
  const save = () => {
    setAsked(true)
    if (fields.success) book.mutate({ fields: fields.data }, { onSuccess: visit => onBooked(dayOf(visit.startsAt)) })
  }
  return (
    <FormPanel title="New visit" save="Book visit" busy={book.isPending} problem={book.error ?? (asked ? missing : null)} onSave={save} onClose={onClose}>
      <SearchSelect
        label="Patient"
        chosen={who?.name ?? ''}
        search={findPatients}
        onChoose={row => {
          setPatient(row)
          setEpisodeId(null)
        }}
        placeholder="Name, phone, birth date or chart number"
        create={{ offer: typed => `New patient “${typed}”`, run: typed => void navigate({ to: '/patients/new', search: { name: typed } }) }}
      />
      {who && (
        <SelectField
          label="Episode of care"
          value={episodeId ?? open[0]?.id ?? NONE}
          onChange={setEpisodeId}
          choices={[...open.map(episode => ({ value: episode.id as string, label: episode.condition })), { value: NONE, label: 'None yet' }]}
          hint={open.find(episode => episode.id === (episodeId ?? open[0]?.id))?.prescription?.words}
        />
      )}
      <div className={css.pair}>
        <DateField label="Date" value={at.day} onChange={setDay} />
        <TimeField label="Time" value={at.time} onChange={setTime} />
        <NumberField label="Minutes" value={length} onChange={setMinutes} step={15} min={15} max={240} />
        <SelectField
          label="Practitioner"
          value={practitionerId ?? suggestion.data?.practitionerId ?? practitioners[0]?.id ?? null}
          onChange={setPractitionerId}
          choices={practitioners.map(one => ({ value: one.id as string, label: one.legalName }))}
        />
      </div>
      {suggestion.data && day === null && time === null && patientId !== null && <p>{suggestion.data.sentence}</p>}
      <TextField label="Remark for the desk" value={remark} onChange={setRemark} />
      {fields.success && <BookingWarnings fields={{ ...fields.data, startsAt: localDateTime(fields.data.startsAt) }} ignore={null} />}
      {who && (
        <Button kind="text" size="small" className={css.start} onClick={() => void navigate({ to: '/patients/$patientId', params: { patientId: who.id } })}>
          Open the chart
        </Button>
      )}
    </FormPanel>
  )
}
