import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { type WaitlistEntry, WaitlistFields } from '../../shared/waitlist/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { Button } from './button.tsx'
import { DateField, TimeField } from './date-field.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { NumberField } from './number-field.tsx'
import { SearchSelect, SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'
import { offerUndo } from './undo-bar.tsx'
import css from './waitlist-column.module.css'
import { offerWords } from './waitlist-offer.tsx'
import { WeekdayToggles } from './weekday-toggles.tsx'
import { dateInWords } from './words.tsx'

const ANY = 'any'

type WaitlistDraft = {
  patient: { id: PatientId; name: string } | null
  practitionerId: string
  visitTypeId: string
  minutes: number | null
  weekdays: number[]
  fromTime: string | null
  toTime: string | null
  earliestOn: LocalDate | null
  latestOn: LocalDate | null
  remark: string
}

const BLANK: WaitlistDraft = {
  patient: null,
  practitionerId: ANY,
  visitTypeId: ANY,
  minutes: 60,
  weekdays: [],
  fromTime: null,
  toTime: null,
  earliestOn: null,
  latestOn: null,
  remark: '',
}

const draftOf = (entry: WaitlistEntry): WaitlistDraft => ({
  patient: { id: entry.patientId, name: entry.patientName },
  practitionerId: entry.practitionerId ?? ANY,
  visitTypeId: entry.visitTypeId ?? ANY,
  minutes: entry.minutes,
  weekdays: entry.weekdays,
  fromTime: entry.fromTime,
  toTime: entry.toTime,
  earliestOn: entry.earliestOn,
  latestOn: entry.latestOn,
  remark: entry.remark,
})

const findPatients = async (text: string) => {
  const found = await queryClient.fetchQuery(ask('patients.search', { text, scope: 'active', limit: 8 }))
  return found.rows.map(row => ({ key: row.id, label: row.name, detail: `${dateInWords(row.bornOn)} · ${row.phone || row.chartNumber}`, item: row }))
}

/** Somebody who waits for a time: who, and when they could come. Nothing chosen means any. */
export function WaitlistPanel({ entry, onClose }: { entry: WaitlistEntry | null; onClose: () => void }) {
  const save = useCommand('waitlist.save')
  const draft = useKeptDraft(entry ? draftOf(entry) : BLANK, `waitlist ${entry?.id ?? ''}`)
  const { values, change } = draft
  const [asked, setAsked] = useState(false)
  const orNull = (id: string) => (id === ANY ? null : id)
  const { patient, practitionerId, visitTypeId, ...rest } = values
  const fields = WaitlistFields.safeParse({
    ...rest,
    patientId: patient?.id,
    episodeId: entry?.episodeId ?? null,
    practitionerId: orNull(practitionerId),
    visitTypeId: orNull(visitTypeId),
  })
  const missing = patient
    ? fields.success
      ? null
      : { message: fields.error.issues[0]?.message ?? 'Check the times.' }
    : { message: 'Choose the patient first.' }
  const send = () => {
    setAsked(true)
    if (!fields.success) return
    draft.markSending(true)
    save.mutate(
      { id: entry?.id ?? null, fields: fields.data },
      {
        onSuccess: () => {
          draft.markSaved()
          onClose()
        },
        onSettled: () => draft.markSending(false),
      },
    )
  }
  return (
    <FormPanel
      title={entry ? 'On the waitlist' : 'Add to the waitlist'}
      note={entry ? `Since ${dateInWords(entry.addedOn, 'short')}` : undefined}
      save={entry ? 'Save wish' : 'Add to the waitlist'}
      busy={save.isPending}
      problem={save.error ?? (asked ? missing : null)}
      onSave={send}
      onClose={onClose}
    >
      <KeptNote form={draft} />
      {entry ? (
        <p>
          <b>{entry.patientName}</b> {entry.phone}
        </p>
      ) : (
        <SearchSelect
          label="Patient"
          chosen={patient?.name ?? ''}
          search={findPatients}
          onChoose={row => change({ patient: { id: row.id, name: row.name } })}
          placeholder="Name, phone, birth date or chart number"
        />
      )}
      <WishFields values={values} onChange={change} />
      {entry && <TakeOff entry={entry} onClose={onClose} />}
    </FormPanel>
  )
}

function WishFields({ values, onChange }: { values: WaitlistDraft; onChange: (patch: Partial<WaitlistDraft>) => void }) {
  const types = (useQuery(ask('practice.listVisitTypes', {})).data ?? []).filter(one => one.isActive || one.id === values.visitTypeId)
  const practitioners = (useQuery(ask('practice.listPractitioners', {})).data ?? []).filter(one => one.isActive || one.id === values.practitionerId)
  return (
    <>
      <FieldRow template="minmax(0, 1fr) 96px">
        <SelectField
          label="Service"
          value={values.visitTypeId}
          onChange={visitTypeId => onChange({ visitTypeId, minutes: types.find(one => one.id === visitTypeId)?.minutes ?? values.minutes })}
          choices={[{ value: ANY, label: 'Any' }, ...types.map(one => ({ value: one.id as string, label: one.name }))]}
        />
        <NumberField label="Minutes" value={values.minutes} onChange={minutes => onChange({ minutes })} step={15} min={15} max={480} />
      </FieldRow>
      <WeekdayToggles label="Weekdays; none means any" withLabel value={values.weekdays} onChange={weekdays => onChange({ weekdays })} />
      <FieldRow template="1fr 1fr">
        <TimeField label="Not before" value={values.fromTime} onChange={fromTime => onChange({ fromTime })} />
        <TimeField label="Over by" value={values.toTime} onChange={toTime => onChange({ toTime })} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <DateField label="First day" value={values.earliestOn} onChange={earliestOn => onChange({ earliestOn })} placeholder="now" />
        <DateField label="Last day" value={values.latestOn} onChange={latestOn => onChange({ latestOn })} placeholder="any day" />
      </FieldRow>
      {practitioners.length > 1 && (
        <SelectField
          label="With"
          value={values.practitionerId}
          onChange={practitionerId => onChange({ practitionerId })}
          choices={[{ value: ANY, label: 'Any practitioner' }, ...practitioners.map(one => ({ value: one.id as string, label: one.legalName }))]}
        />
      )}
      <TextField label="Remark" value={values.remark} onChange={remark => onChange({ remark })} />
    </>
  )
}

const SAID = { waiting: 'no word yet', no: 'said no', 'no-answer': 'no answer' } as const

/** The offers so far, and the way off the list, which can be taken back. */
function TakeOff({ entry, onClose }: { entry: WaitlistEntry; onClose: () => void }) {
  const remove = useCommand('waitlist.remove')
  const restore = useCommand('waitlist.restore')
  const takeOff = () =>
    remove.mutate(
      { id: entry.id, reason: '' },
      {
        onSuccess: () => {
          offerUndo(`${entry.patientName} is off the waitlist.`, () => restore.mutate({ id: entry.id }))
          onClose()
        },
      },
    )
  return (
    <>
      {entry.offers.length > 0 && (
        <ul className={css.words} aria-label="Offers so far">
          {entry.offers.map(offer => (
            <li key={`${offer.startsAt} ${offer.offeredAt}`}>
              {offerWords(offer.startsAt)}: {SAID[offer.answer]}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" busy={remove.isPending} onClick={takeOff}>
          Take off the waitlist
        </Button>
      </div>
    </>
  )
}
