import { useQuery } from '@tanstack/react-query'
import { attendanceOf, timesOf } from '../../shared/documents/attendance.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { dayOf, formatDate } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { Checkbox } from './checks.tsx'
import css from './claim-kit.module.css'
import { ClaimPapers, OpenPaper } from './claim-papers.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { Waiting } from './messages.tsx'
import { TextArea, TextField } from './text-field.tsx'

type Draft = { chosen: AppointmentId[] | null; to: string; remark: string; namesCondition: boolean }
const BLANK: Draft = { chosen: null, to: '', remark: '', namesCondition: false }

/** Makes a letter for an employer or a school: that the patient was here, from when to when. */
export function AttendanceLetterPanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const visits = useQuery(ask('appointments.listOfPatient', { patientId: episode.patientId }))
  const issue = useCommand('documents.issueAttendanceLetter')
  const open = useCommand('documents.open')
  const attended = visits.data?.filter(visit => visit.episodeId === episode.id && attendanceOf(visit) === 'attended') ?? []
  const newest = attended.toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
  const draft = useKeptDraft<Draft>(BLANK, `attendance letter of ${episode.id}`)
  const { chosen, to, remark, namesCondition } = draft.values
  const appointmentIds = chosen ?? newest.slice(0, 1).map(({ id }) => id)
  const toggle = (id: AppointmentId, isOn: boolean) => draft.change({ chosen: isOn ? [...appointmentIds, id] : appointmentIds.filter(one => one !== id) })
  const send = () =>
    issue.mutate(
      { episodeId: episode.id, appointmentIds: [...appointmentIds], to, remark, namesCondition },
      {
        onSuccess: paper => {
          draft.restart(BLANK)
          open.mutate({ documentId: paper.id })
        },
      },
    )
  return (
    <FormPanel
      title="Attendance letter"
      note="For an employer or a school. It names the visits and nothing about health."
      save="Issue and open"
      busy={issue.isPending || open.isPending}
      problem={issue.error ?? open.error ?? visits.error}
      onSave={send}
      onClose={onClose}
      close="Close"
    >
      <KeptNote form={draft} />
      <ClaimPapers episode={episode} kind="attendance-letter" actions={paper => <OpenPaper paper={paper} />} />
      {visits.isPending && <Waiting />}
      {visits.data && newest.length === 0 && <p className={css.second}>No visit of this episode is over yet.</p>}
      <fieldset className={css.checks} aria-label="Visits">
        {newest.slice(0, 40).map(visit => {
          const times = timesOf(visit)
          const words = `${formatDate(dayOf(visit.startsAt))}, ${times.from} to ${times.to}`
          return <Checkbox key={visit.id} label={words} value={appointmentIds.includes(visit.id)} onChange={isOn => toggle(visit.id, isOn)} />
        })}
      </fieldset>
      <TextField label="To" hint="Empty: to whom it may concern." required={false} value={to} onChange={typed => draft.change({ to: typed })} maxLength={120} />
      <TextArea label="In your own words" required={false} rows={2} value={remark} onChange={typed => draft.change({ remark: typed })} />
      <Checkbox
        label={`Say what the visits were for: ${episode.condition}`}
        hint="Only with a release of information on file."
        value={namesCondition}
        onChange={names => draft.change({ namesCondition: names })}
      />
    </FormPanel>
  )
}
