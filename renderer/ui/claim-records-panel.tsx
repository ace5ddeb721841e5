import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DisclosureFields, DisclosureGrounds } from '../../shared/claims/disclosure.ts'
import type { RecordsChoice } from '../../shared/documents/records-packet.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { Checkbox } from './checks.tsx'
import { Status } from './chip.tsx'
import css from './claim-kit.module.css'
import { ClaimPapers, OpenPaper } from './claim-papers.tsx'
import { todayHere } from './clock.ts'
import { DateField } from './date-field.tsx'
import { DisclosureForm, newDisclosure } from './disclosure-fields.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { Problem, Waiting } from './messages.tsx'

/** Puts records of an episode into one paper for somebody outside the clinic, and notes that they went out. */
export function RecordsPacketPanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const found = useQuery(ask('claims.listDisclosures', { patientId: episode.patientId }))
  if (found.error) return <Problem error={found.error} />
  if (!found.data) return <Waiting />
  return <Loaded episode={episode} grounds={found.data.grounds} onClose={onClose} />
}

type Draft = { from: LocalDate; to: LocalDate; disclosure: DisclosureFields; left: string[] }

function Loaded({ episode, grounds, onClose }: { episode: Episode; grounds: DisclosureGrounds; onClose: () => void }) {
  const issue = useCommand('documents.issueRecordsPacket')
  const open = useCommand('documents.open')
  const start: Draft = { from: episode.beganOn, to: todayHere(), disclosure: newDisclosure(grounds), left: [] }
  const draft = useKeptDraft(start, `records packet of ${episode.id}`)
  const { from, to, disclosure, left } = draft.values
  const days = { episodeId: episode.id, from, to }
  const choice = useQuery({ ...ask('documents.previewRecordsPacket', days), placeholderData: keepPreviousData })
  const records = choice.data ?? { papers: [], notes: [], missing: [] }
  const documentIds = records.papers.map(({ documentId }) => documentId).filter(id => !left.includes(id))
  const noteIds = records.notes.map(({ noteId }) => noteId).filter(id => !left.includes(id))
  const send = () =>
    issue.mutate(
      { ...days, documentIds, noteIds, disclosure },
      {
        onSuccess: paper => {
          draft.restart(start)
          open.mutate({ documentId: paper.id })
        },
      },
    )
  return (
    <FormPanel
      title="Records packet"
      note="One PDF with cover, index and page numbers. It is noted among the disclosures."
      save="Issue and open"
      busy={issue.isPending || open.isPending}
      problem={issue.error ?? open.error ?? choice.error}
      onSave={send}
      onClose={onClose}
      close="Close"
      width={480}
    >
      <KeptNote form={draft} />
      <ClaimPapers episode={episode} kind="records-packet" actions={paper => <OpenPaper paper={paper} />} />
      <FieldRow template="1fr 1fr">
        <DateField label="From" value={from} onChange={day => day && draft.change({ from: day })} />
        <DateField label="To" value={to} onChange={day => day && draft.change({ to: day })} />
      </FieldRow>
      <Records records={records} left={left} onLeave={ids => draft.change({ left: [...ids] })} />
      <DisclosureForm value={disclosure} onChange={typed => draft.change({ disclosure: typed })} grounds={grounds} errors={issue.error?.fields ?? {}} />
    </FormPanel>
  )
}

type RecordsProps = { records: RecordsChoice; left: readonly string[]; onLeave: (left: readonly string[]) => void }

function Records({ records: { papers, notes, missing }, left, onLeave }: RecordsProps) {
  const toggle = (id: string, isIn: boolean) => onLeave(isIn ? left.filter(one => one !== id) : [...left, id])
  const all = [
    ...papers.map(({ documentId, title, number, on }) => ({ id: documentId, words: `${title} ${number}, ${formatDate(on)}` })),
    ...notes.map(({ noteId, words }) => ({ id: noteId, words })),
  ]
  return (
    <fieldset className={css.checks} aria-label="What goes in">
      {all.length === 0 && <p className={css.second}>No papers and no signed notes in these days.</p>}
      {all.map(({ id, words }) => (
        <Checkbox key={id} label={words} value={!left.includes(id)} onChange={isIn => toggle(id, isIn)} />
      ))}
      {missing.map(sentence => (
        <Status key={sentence} icon="warning" tone="act">
          Not in it: {sentence}
        </Status>
      ))}
    </fieldset>
  )
}
