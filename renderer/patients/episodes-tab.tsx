import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { EpisodeSummary } from '../../shared/episodes/schema.ts'
import type { PatientHeader } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { DateText } from '../ui/words.tsx'
import css from './chart.module.css'
import { NewEpisodePanel } from './new-episode-panel.tsx'
import { PrescriptionCell } from './prescription-cell.tsx'

const KINDS = { illness: 'Illness', auto: 'Auto accident', work: 'Work injury', other: 'Other accident' } as const satisfies Record<
  EpisodeSummary['kind'],
  string
>

/** What the patient was and is treated for, one row each. */
export function EpisodesTab({ patient }: { patient: PatientHeader }) {
  const episodes = useQuery(ask('episodes.list', { patientId: patient.id }))
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  if (episodes.error) return <Problem error={episodes.error} />
  if (!episodes.data) return <Waiting />
  const open = (episode: Pick<EpisodeSummary, 'id'>) => void navigate({ to: '/episodes/$episodeId', params: { episodeId: episode.id } })
  const add = (
    <Button icon="plus" onClick={() => setNew(true)}>
      New episode
    </Button>
  )
  return (
    <Columns template="minmax(0, 1fr)">
      <Column label="Episodes" ground="surface" padding="narrow">
        <div className={css.toolbar}>
          <h2>Episodes of care</h2>
          {episodes.data.length > 0 && add}
        </div>
        {episodes.data.length === 0 ? (
          <Empty title="No episode of care yet" icon="body" action={add}>
            One episode is one course of treatment for one condition: its diagnoses, prescription, regions and goals.
          </Empty>
        ) : (
          <Table
            caption="Episodes of care"
            rows={episodes.data}
            keyOf={episode => episode.id}
            onOpen={open}
            height="tall"
            columns={[
              { title: 'Condition', cell: episode => <Condition episode={episode} /> },
              { title: 'Diagnoses', width: '22%', cell: episode => <Diagnoses words={episode.diagnosisWords} /> },
              {
                title: 'Prescription',
                width: '24%',
                cell: episode => (episode.prescription ? <PrescriptionCell use={episode.prescription} /> : <span className={css.second}>None</span>),
              },
              { title: 'Visits', width: '64px', align: 'right', cell: episode => episode.visitsDone },
              { title: 'Since', width: '120px', cell: episode => <DateText day={episode.openedOn} /> },
              { title: 'State', width: '150px', cell: episode => <State episode={episode} /> },
            ]}
          />
        )}
      </Column>
      {isNew && <NewEpisodePanel patientId={patient.id} onClose={() => setNew(false)} onOpened={open} />}
    </Columns>
  )
}

function Condition({ episode }: { episode: EpisodeSummary }) {
  return (
    <>
      <b>{episode.condition}</b>
      <div className={css.second}>{KINDS[episode.kind]}</div>
    </>
  )
}

function Diagnoses({ words }: { words: string }) {
  if (!words.startsWith('No ')) return words
  return (
    <Status icon="warning" tone="act">
      {words}
    </Status>
  )
}

function State({ episode }: { episode: EpisodeSummary }) {
  if (episode.closedOn === null) return <Status icon="dot">Open</Status>
  return (
    <Status icon="check" tone="over">
      Closed <DateText day={episode.closedOn} form="short" />
    </Status>
  )
}
