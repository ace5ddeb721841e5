import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Table, type TableColumn } from '../ui/table.tsx'
import { DateText } from '../ui/words.tsx'
import { PatientField } from './patient-field.tsx'
import css from './sheet.module.css'

/** Charts that may be the same person’s: those alike by name, birth date or phone, and any other one by search. */
export function ChooseDuplicate({ patientId }: { patientId: PatientId }) {
  const header = useQuery(ask('patients.getHeader', { patientId }))
  const found = useQuery(ask('patients.findDuplicates', { patientId }))
  const navigate = useNavigate()
  const choose = (row: PatientRow) => void navigate({ to: '/patients/merge', search: { keep: patientId, other: row.id } })
  const patient = header.data
  return (
    <Screen
      title="Possible duplicates"
      note={patient && `of ${patient.name}, ${patient.chartNumber}`}
      actions={
        <ButtonLink to="/patients/$patientId" params={{ patientId }}>
          Back to the chart
        </ButtonLink>
      }
      ground="surface"
    >
      <Columns template="minmax(0, 1fr)">
        <Column label="Charts alike" ground="surface">
          <div className={css.sheet}>
            <Problem error={header.error ?? found.error} />
            {!found.data && !found.error && <Waiting />}
            {found.data?.length === 0 && (
              <Empty title="No chart is alike" icon="people">
                Nobody else has the same phone, the same birth date with a like name, or a name that sounds the same.
              </Empty>
            )}
            {found.data && found.data.length > 0 && <Table caption="Charts alike" rows={found.data} keyOf={row => row.id} onOpen={choose} columns={COLUMNS} />}
            <div className={css.other}>
              <PatientField label="Another chart" isAll except={patientId} chosen="" placeholder="Name, phone, birth date or chart number" onChoose={choose} />
            </div>
          </div>
        </Column>
      </Columns>
    </Screen>
  )
}

const COLUMNS: readonly TableColumn<PatientRow>[] = [
  { title: 'Name', cell: row => row.name },
  { title: 'Born', width: '124px', cell: row => <DateText day={row.bornOn} /> },
  { title: 'Phone', width: '148px', cell: row => row.phone },
  { title: 'Chart', width: '92px', cell: row => row.chartNumber },
  { title: 'Last visit', width: '124px', cell: row => (row.lastVisitOn ? <DateText day={row.lastVisitOn} /> : 'None yet') },
]
