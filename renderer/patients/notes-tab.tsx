import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { NoteSummary } from '../../shared/notes/schema.ts'
import { ask } from '../lib/api.ts'
import { Status } from '../ui/chip.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Table, type TableColumn } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { DateText } from '../ui/words.tsx'
import css from './chart.module.css'
import own from './notes-tab.module.css'

type View = 'all' | NoteSummary['state']

const painWords = ({ painBefore, painAfter }: NoteSummary) =>
  painBefore === null ? '' : painAfter === null ? String(painBefore) : `${painBefore} to ${painAfter}`

/** Every note of the patient, newest first, by state and by words; a row opens it. */
export function NotesTab({ patientId }: { patientId: PatientId }) {
  const notes = useQuery(ask('notes.listOfPatient', { patientId }))
  const [view, setView] = useState<View>('all')
  const [text, setText] = useState('')
  const isSearching = text.trim() !== ''
  const found = useQuery({ ...ask('notes.findWords', { patientId, text: text.slice(0, 200) }), enabled: isSearching, placeholderData: keepPreviousData })
  const navigate = useNavigate()
  const isNarrow = useNarrow()
  if (notes.error) return <Problem error={notes.error} />
  if (!notes.data) return <Waiting />
  const shown = notes.data
    .filter(note => view === 'all' || note.state === view)
    .filter(note => !isSearching || !found.data || found.data.some(id => id === note.id))
  const open = (note: NoteSummary) =>
    void (note.state === 'draft'
      ? navigate({ to: '/session/$appointmentId', params: { appointmentId: note.appointmentId } })
      : navigate({ to: '/notes/$noteId', params: { noteId: note.id } }))
  return (
    <Columns template="minmax(0, 1fr)">
      <Column label="Notes" ground="surface" padding="narrow">
        {notes.data.length === 0 ? (
          <Empty title="No notes yet" icon="note">
            A note begins when a visit starts; it stands here as a draft until it is signed.
          </Empty>
        ) : (
          <>
            <div className={own.bar}>
              <Segmented label="Which notes" value={view} onChange={setView} choices={choicesFor(notes.data)} size="small" />
              <TextField label="Find words in these notes" type="search" value={text} onChange={setText} className={own.search} />
            </div>
            <Problem error={found.error} />
            {shown.length === 0 ? (
              <Empty title="No note like that">Other words, or “All”, show more.</Empty>
            ) : (
              <Table caption="Notes" rows={shown} keyOf={note => note.id} onOpen={open} columns={isNarrow ? NARROW_COLUMNS : COLUMNS} />
            )}
          </>
        )}
      </Column>
    </Columns>
  )
}

const VIEWS = [
  ['all', 'All'],
  ['signed', 'Signed'],
  ['draft', 'Not signed'],
  ['in-error', 'In error'],
] as const satisfies readonly (readonly [View, string])[]

function choicesFor(notes: readonly NoteSummary[]) {
  return VIEWS.map(([value, label]) => {
    const count = value === 'all' ? notes.length : notes.filter(({ state }) => state === value).length
    return { value, label: `${label} ${count}`, disabled: count === 0 }
  })
}

const COLUMNS: readonly TableColumn<NoteSummary>[] = [
  { title: 'Date', width: '120px', cell: note => <DateText day={note.serviceOn} /> },
  { title: 'Condition', width: '22%', cell: note => note.condition },
  { title: 'Pain', width: '72px', cell: painWords },
  { title: 'Minutes', width: '72px', align: 'right', cell: note => note.timedMinutes },
  { title: 'Units', width: '56px', align: 'right', cell: note => note.units },
  { title: 'Plan', cell: note => <div className={note.state === 'in-error' ? own.struck : css.excerpt}>{note.excerpt}</div> },
  { title: 'State', width: '136px', cell: note => <State state={note.state} /> },
  { title: 'Practitioner', width: '150px', cell: note => <span className={css.second}>{note.practitionerName}</span> },
]

/** What is left at 200 % zoom: the rest stands in the note. */
const NARROW_COLUMNS = COLUMNS.filter(({ title }) => ['Date', 'Condition', 'Pain', 'State'].includes(title))

function State({ state }: { state: NoteSummary['state'] }) {
  if (state === 'signed') return <Status icon="check">Signed</Status>
  if (state === 'in-error') return <Status icon="cancelled">Entered in error</Status>
  return (
    <Status icon="pencil" tone="act">
      Not signed
    </Status>
  )
}
