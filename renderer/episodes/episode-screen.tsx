import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Episode } from '../../shared/episodes/schema.ts'
import { ask } from '../lib/api.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { Column, Columns, Screen, Section } from '../ui/screen.tsx'
import { TrendChart } from '../ui/trend-chart.tsx'
import { ClosePanel } from './close-panel.tsx'
import { ConditionColumn } from './condition-column.tsx'
import { ConditionPanel } from './condition-panel.tsx'
import { DiagnosesPart } from './diagnoses-part.tsx'
import { DiagnosisPanel } from './diagnosis-panel.tsx'
import css from './episode.module.css'
import { EpisodeBar } from './episode-bar.tsx'
import { GoalPanel } from './goal-panel.tsx'
import { GoalsPart } from './goals-part.tsx'
import type { Open } from './open-part.ts'
import { PrescriptionPanel } from './prescription-panel.tsx'
import { PrescriptionsPart } from './prescriptions-part.tsx'

const route = getRouteApi('/episodes/$episodeId')

/** One course of treatment: the condition and its regions, the diagnoses and the order behind it, what it works toward and whether it does. */
export function EpisodeScreen() {
  const { episodeId } = route.useParams()
  const found = useQuery(ask('episodes.get', { episodeId }))
  const episode = found.data
  if (found.error) return <Problem error={found.error} />
  if (!episode) return <Waiting />
  return <LoadedEpisode key={episode.id} episode={episode} />
}

function LoadedEpisode({ episode }: { episode: Episode }) {
  const header = useQuery(ask('patients.getHeader', { patientId: episode.patientId }))
  const [open, setOpen] = useState<Open | null>(null)
  if (header.error) return <Problem error={header.error} />
  if (!header.data) return <Waiting />
  const head = (
    <>
      <PatientHeader patient={header.data} linksToChart />
      <EpisodeBar episode={episode} isWriting={open !== null} onOpen={setOpen} />
    </>
  )
  return (
    <Screen title={`${episode.condition}, ${header.data.name}`} head={<div>{head}</div>}>
      <Columns template="clamp(264px, 23%, 300px) minmax(0, 1fr) clamp(300px, 30%, 400px)">
        <Column label="Condition" padding="narrow">
          <ConditionColumn episode={episode} onOpen={setOpen} />
        </Column>
        <Column label="Diagnoses, prescriptions and goals" ground="surface" padding="narrow">
          <DiagnosesPart episode={episode} onOpen={setOpen} />
          <PrescriptionsPart episode={episode} onOpen={setOpen} />
          <GoalsPart episode={episode} onOpen={setOpen} />
        </Column>
        <Column label="Course" padding="narrow" readOnly>
          <Course episode={episode} />
        </Column>
      </Columns>
      {open && <OpenPanel open={open} episode={episode} onClose={() => setOpen(null)} />}
    </Screen>
  )
}

function Course({ episode: { trends, visitsDone } }: { episode: Episode }) {
  return (
    <Section title="Course" note={visitsDone === 1 ? '1 visit' : `${visitsDone} visits`}>
      {trends.length === 0 ? (
        <Empty title="Nothing measured yet">Pain and the patient’s own activities are drawn here once the first note is signed.</Empty>
      ) : (
        <>
          {trends.map(trend => (
            <TrendChart key={trend.measure} trend={trend} />
          ))}
          <p className={css.legend}>Shaded: too small a change to matter. Dashed: goal. Measured before each session.</p>
        </>
      )}
    </Section>
  )
}

function OpenPanel({ open, episode, onClose }: { open: Open; episode: Episode; onClose: () => void }) {
  switch (open.part) {
    case 'condition':
      return <ConditionPanel episode={episode} onClose={onClose} />
    case 'diagnosis':
      return <DiagnosisPanel key={open.diagnosis?.id ?? 'new'} episode={episode} diagnosis={open.diagnosis} onClose={onClose} />
    case 'prescription':
      return <PrescriptionPanel key={open.prescription?.id ?? 'new'} episode={episode} prescription={open.prescription} onClose={onClose} />
    case 'goal':
      return <GoalPanel key={open.goal?.id ?? 'new'} episode={episode} goal={open.goal} onClose={onClose} />
    case 'close':
      return <ClosePanel episode={episode} onClose={onClose} />
  }
}
