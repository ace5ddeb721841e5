import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { NoteSummary } from '../../shared/notes/schema.ts'
import { ask } from '../lib/api.ts'
import { Status } from '../ui/chip.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { DateText } from '../ui/words.tsx'
import css from './chart.module.css'

const painWords = ({ painBefore, painAfter }: NoteSummary) =>
  painBefore === null ? '' : painAfter === null ? String(painBefore) : `${painBefore} to ${painAfter}`

/** Every note of the patient, newest first; a row opens it. */
export function NotesTab({ patientId }: { patientId: PatientId }) {
  const notes = useQuery(ask('notes.listOfPatient', { patientId }))
  const navigate = useNavigate()
  if (notes.error) return <Problem error={notes.error} />
  if (!notes.data) return <Waiting />
  const open = (note: NoteSummary) => void navigate({ to: '/session/$appointmentId', params: { appointmentId: note.appointmentId } })
  return (
    <Columns template="minmax(0, 1fr)">
      <Column label="Notes" ground="surface" padding="narrow">
        {notes.data.length === 0 ? (
          <Empty title="No notes yet" icon="note">
            A note begins when a visit starts; it stands here as a draft until it is signed.
          </Empty>
        ) : (
          <Table
            caption="Notes"
            rows={notes.data}
            keyOf={note => note.id}
            onOpen={open}
            columns={[
              { title: 'Date', width: '120px', cell: note => <DateText day={note.serviceOn} /> },
              { title: 'Condition', width: '24%', cell: note => note.condition },
              { title: 'Pain', width: '72px', cell: painWords },
              { title: 'Minutes', width: '72px', align: 'right', cell: note => note.timedMinutes },
              { title: 'Units', width: '56px', align: 'right', cell: note => note.units },
              { title: 'Plan', cell: note => <div className={css.excerpt}>{note.excerpt}</div> },
              {
                title: 'State',
                width: '112px',
                cell: note =>
                  note.state === 'signed' ? (
                    <Status icon="check">Signed</Status>
                  ) : (
                    <Status icon="pencil" tone="act">
                      Not signed
                    </Status>
                  ),
              },
              { title: 'Practitioner', width: '150px', cell: note => <span className={css.second}>{note.practitionerName}</span> },
            ]}
          />
        )}
      </Column>
    </Columns>
  )
}
