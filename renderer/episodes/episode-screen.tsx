import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Episode } from '../../shared/episodes/schema.ts'
import { ask } from '../lib/api.ts'
import { ClaimKit, ClaimPartPanel } from '../ui/claim-kit.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { BodyPart } from './body-part.tsx'
import { ConditionColumn } from './condition-column.tsx'
import { ConditionPanel } from './condition-panel.tsx'
import { CoursePart } from './course-part.tsx'
import { DiagnosisPanel } from './diagnosis-panel.tsx'
import { DischargePanel } from './discharge-panel.tsx'
import { EpisodeBar } from './episode-bar.tsx'
import { GoalPanel } from './goal-panel.tsx'
import { GoalsPart } from './goals-part.tsx'
import type { Open } from './open-part.ts'
import { OutcomePlanPanel } from './outcome-plan-panel.tsx'
import { OutcomePlanPart } from './outcome-plan-part.tsx'
import { PapersPart } from './papers-part.tsx'
import { PrescriptionPanel } from './prescription-panel.tsx'
import { PrescriptionsPart } from './prescriptions-part.tsx'

const route = getRouteApi('/episodes/$episodeId')

/** One course of treatment on one screen: what is treated and why, whether it works, by whose order, and the papers about it. */
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
      <Columns template="clamp(272px, 24%, 320px) minmax(0, 1fr) clamp(304px, 29%, 372px)">
        <Column label="Condition and diagnoses" padding="narrow">
          <ConditionColumn episode={episode} onOpen={setOpen} />
        </Column>
        <Column label="Course and goals" ground="surface" padding="narrow">
          <CoursePart episode={episode} />
          <GoalsPart episode={episode} onOpen={setOpen} />
          <OutcomePlanPart episode={episode} onOpen={setOpen} />
          <BodyPart episode={episode} />
        </Column>
        <Column label="Prescriptions and papers" padding="narrow">
          <PrescriptionsPart episode={episode} onOpen={setOpen} />
          {episode.kind !== 'illness' && <ClaimKit episode={episode} onOpen={claim => setOpen({ part: 'claim', claim })} />}
          <PapersPart episode={episode} />
        </Column>
      </Columns>
      {open && <OpenPanel open={open} episode={episode} onClose={() => setOpen(null)} />}
    </Screen>
  )
}

function OpenPanel({ open, episode, onClose }: { open: Open; episode: Episode; onClose: () => void }) {
  switch (open.part) {
    case 'condition':
      return <ConditionPanel episode={episode} onClose={onClose} />
    case 'diagnosis':
      return <DiagnosisPanel key={open.diagnosis?.id ?? 'new'} episode={episode} diagnosis={open.diagnosis} onClose={onClose} />
    case 'prescription':
      return <PrescriptionPanel key={open.prescription?.id ?? 'new'} episode={episode} prescription={open.prescription} field={open.field} onClose={onClose} />
    case 'goal':
      return <GoalPanel key={open.goal?.id ?? 'new'} episode={episode} goal={open.goal} onClose={onClose} />
    case 'outcome-plan':
      return <OutcomePlanPanel episode={episode} onClose={onClose} />
    case 'claim':
      return <ClaimPartPanel key={open.claim} part={open.claim} episode={episode} onClose={onClose} />
    case 'discharge':
      return <DischargePanel episode={episode} onClose={onClose} />
  }
}
