import { useQuery } from '@tanstack/react-query'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { PatientHeader } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { GoalsTable } from '../ui/goals-table.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { TrendChart } from '../ui/trend-chart.tsx'
import { DateText } from '../ui/words.tsx'
import css from './chart.module.css'
import { currentEpisodeOf } from './current-episode.ts'
import { Next, OrderColumn } from './order-column.tsx'
import { Timeline } from './timeline.tsx'

/** Is it working, and how much is left: what happened on the left, the course in the middle, the order on the right. */
export function OverviewTab({ patient }: { patient: PatientHeader }) {
  const episodes = useQuery(ask('episodes.list', { patientId: patient.id }))
  const current = episodes.data && currentEpisodeOf(episodes.data, patient.prescription)
  return (
    <Columns template="minmax(296px, 392px) minmax(0, 1fr) clamp(272px, 25%, 320px)">
      <Column label="Timeline" padding="narrow">
        <Timeline patientId={patient.id} />
      </Column>
      <Column label="Course of treatment" ground="surface" padding="narrow">
        <Problem error={episodes.error} />
        {current ? <Course episodeId={current.id} /> : episodes.data && <NoEpisode patient={patient} />}
      </Column>
      <Column label="Prescription and claim" padding="narrow">
        {current ? <OrderColumn patient={patient} episodeId={current.id} /> : <Next patient={patient} />}
      </Column>
    </Columns>
  )
}

function NoEpisode({ patient }: { patient: PatientHeader }) {
  return (
    <Empty
      title="No episode of care yet"
      icon="body"
      action={
        <ButtonLink to="/patients/$patientId" params={{ patientId: patient.id }} search={{ tab: 'episodes' }}>
          Open an episode
        </ButtonLink>
      }
    >
      An episode holds the condition, the diagnoses, the prescription and the goals. Trends stand here once visits are signed.
    </Empty>
  )
}

function Course({ episodeId }: { episodeId: Episode['id'] }) {
  const episode = useQuery(ask('episodes.get', { episodeId }))
  if (episode.error) return <Problem error={episode.error} />
  if (!episode.data) return <Waiting />
  const { condition, openedOn, visitsDone, trends, goals } = episode.data
  return (
    <>
      <header className={css.head}>
        <h2>
          <TextLink to="/episodes/$episodeId" params={{ episodeId }} className={css.plainLink}>
            {condition}
          </TextLink>
        </h2>
        <span className={css.second}>
          {visitsDone === 1 ? '1 visit' : `${visitsDone} visits`} since <DateText day={openedOn} form="short" />
        </span>
      </header>
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
      {goals.length > 0 && <GoalsTable goals={goals} />}
      {goals.length === 0 && (
        <p className={css.second}>
          No goals yet.{' '}
          <TextLink to="/episodes/$episodeId" params={{ episodeId }}>
            Set goals
          </TextLink>
          , so that progress can be shown to the physician.
        </p>
      )}
    </>
  )
}
