import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Series, SeriesPlan } from '../../shared/appointments/series-schema.ts'
import { dayOf, type LocalDate } from '../../shared/lib/dates.ts'
import { EpisodeId, type PatientId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { useMayOverrule } from '../lib/overrule.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { SearchSelect } from '../ui/select-field.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { NONE } from './booking-draft.ts'
import { findPatientsToBook } from './booking-panel.tsx'
import { focusReason } from './booking-warnings.tsx'
import { SeriesDone } from './series-done.tsx'
import { AS_SUGGESTED, planOf, type SeriesDraft, startingAt, troubleOf, unsettled } from './series-draft.ts'
import { SeriesFields } from './series-fields.tsx'
import { SeriesPreviewList } from './series-preview-list.tsx'
import type { Slot } from './slot.ts'

const WIDTH = 520

type SeriesPanelProps = {
  /** Null: chosen here first. */
  patientId: PatientId | null
  slot: Slot | null
  onClose: () => void
  /** The series was booked: show its first day. The panel stays for the card and closes itself through `onClose`. */
  onBooked: (day: LocalDate) => void
}

/** Plans a series of visits: as the plan and the prescription ask for it, with whatever stands in the way settled visit by visit. */
export function SeriesPanel({ patientId, ...rest }: SeriesPanelProps) {
  const [chosenId, setChosenId] = useState<PatientId | null>(null)
  const id = patientId ?? chosenId
  if (id) return <SeriesOf key={id} patientId={id} {...rest} />
  return (
    <SidePanel title="Plan a series" onClose={rest.onClose} width={WIDTH}>
      <SearchSelect
        label="Patient"
        chosen=""
        search={findPatientsToBook}
        onChoose={row => setChosenId(row.id)}
        placeholder="Name, phone, birth date or chart number"
      />
    </SidePanel>
  )
}

function SeriesOf({ patientId, slot, onClose, onBooked }: SeriesPanelProps & { patientId: PatientId }) {
  const draft = useKeptDraft<SeriesDraft>(AS_SUGGESTED, `series of ${patientId}`)
  const patient = useQuery(ask('patients.getHeader', { patientId }))
  const episodes = useQuery(ask('episodes.list', { patientId }))
  const usual = episodes.data?.find(episode => episode.closedOn === null)?.id ?? null
  const episodeId = draft.values.episodeId === NONE ? null : (EpisodeId.safeParse(draft.values.episodeId).data ?? usual)
  const suggested = useQuery({ ...askWhen('appointments.suggestSeries', episodes.data ? { patientId, episodeId } : null), placeholderData: keepPreviousData })
  const [booked, setBooked] = useState<Series | null>(null)
  if (booked) return <SeriesDone series={booked} patientId={patientId} onClose={onClose} />
  if (!suggested.data || !patient.data) {
    const error = episodes.error ?? suggested.error ?? patient.error
    return (
      <SidePanel title="Plan a series" onClose={onClose} width={WIDTH}>
        {error ? <Problem error={error} /> : <Waiting />}
      </SidePanel>
    )
  }
  const finish = (series: Series) => {
    setBooked(series)
    const [first] = series.visits
    if (first) onBooked(dayOf(first.startsAt))
  }
  return <SeriesForm draft={draft} suggested={startingAt(suggested.data, slot)} patientName={patient.data.name} onClose={onClose} onBooked={finish} />
}

type SeriesFormProps = {
  draft: ReturnType<typeof useKeptDraft<SeriesDraft>>
  suggested: SeriesPlan
  patientName: string
  onClose: () => void
  onBooked: (series: Series) => void
}

function SeriesForm({ draft, suggested, patientName, onClose, onBooked }: SeriesFormProps) {
  const book = useCommand('appointments.bookSeries')
  const mayOverrule = useMayOverrule()
  const [problem, setProblem] = useState<{ message: string } | null>(null)
  const { values } = draft
  const plan = planOf(suggested, values)
  const preview = useQuery({
    ...askWhen('appointments.previewSeries', plan.success ? { plan: plan.data, moved: values.moved, skipped: values.skipped } : null),
    placeholderData: keepPreviousData,
  })
  const visits = preview.data?.visits ?? []
  const needsReason = mayOverrule && visits.some(({ warnings }) => troubleOf(warnings) === 'overrule')
  const count = visits.length === 1 ? '1 visit' : `${visits.length} visits`
  const missing = () => {
    if (!plan.success) return plan.error.issues[0]?.message ?? 'Check the series.'
    if (preview.error) return preview.error.message
    if (preview.isPlaceholderData || !preview.data) return 'One moment: the visits are still being checked.'
    if (visits.length === 0) return preview.data.stoppedBecause ?? 'Keep at least one visit.'
    return unsettled(visits, mayOverrule) ?? (needsReason && values.overruleReason.trim() === '' ? 'Write why these times are booked anyway.' : null)
  }
  const save = () => {
    const message = missing()
    setProblem(message === null ? null : { message })
    if (message !== null && needsReason && values.overruleReason.trim() === '') focusReason()
    if (message !== null || !plan.success) return
    draft.markSending(true)
    book.mutate(
      { plan: plan.data, startsAt: visits.map(visit => visit.startsAt), overruleReason: needsReason ? values.overruleReason : '' },
      {
        onSuccess: series => {
          draft.markSaved()
          draft.restart(AS_SUGGESTED)
          onBooked(series)
        },
        onSettled: () => draft.markSending(false),
      },
    )
  }
  return (
    <FormPanel
      title="Plan a series"
      note={patientName}
      save={visits.length > 0 ? `Book ${count}` : 'Book series'}
      busy={book.isPending}
      problem={problem ?? book.error}
      onSave={save}
      onClose={onClose}
      width={WIDTH}
    >
      <KeptNote form={draft} />
      <SeriesFields plan={{ ...suggested, ...(plan.success && plan.data) }} draft={draft} problems={plan.success ? [] : plan.error.issues} />
      <Problem error={preview.error} />
      {preview.data && <SeriesPreviewList preview={preview.data} draft={draft} />}
      {needsReason && (
        <TextField
          label="Why these times are booked anyway"
          name="overruleReason"
          value={values.overruleReason}
          onChange={overruleReason => draft.change({ overruleReason })}
          hint="Kept in each visit’s history."
        />
      )}
    </FormPanel>
  )
}
