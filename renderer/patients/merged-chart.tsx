import type { PatientHeader as Header } from '../../shared/patients/schema.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Empty } from '../ui/messages.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { MergesList } from './chart-part.tsx'
import css from './sheet.module.css'

type MergedChartProps = { patient: Header; into: NonNullable<Header['mergedInto']> }

/** A chart that became part of another one: where it went, and the way back while there is one. */
export function MergedChart({ patient, into }: MergedChartProps) {
  return (
    <Screen title={patient.name} head={<PatientHeader patient={patient} />}>
      <Columns template="minmax(0, 1fr)">
        <Column label="Where this chart went" ground="surface">
          <div className={css.sheet}>
            <Empty
              title={`${patient.chartNumber} became part of ${into.chartNumber}, ${into.name}`}
              icon="people"
              action={
                <ButtonLink kind="primary" to="/patients/$patientId" params={{ patientId: into.patientId }}>
                  Open {into.chartNumber}
                </ButtonLink>
              }
            >
              Everything that stood here stands there now.
            </Empty>
            <MergesList patient={patient} />
          </div>
        </Column>
      </Columns>
    </Screen>
  )
}
