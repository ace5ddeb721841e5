import { useQuery } from '@tanstack/react-query'
import type { Episode } from '../../shared/episodes/schema.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { ask, RequestError } from '../lib/api.ts'
import { BodyChart } from '../ui/body-chart/body-chart.tsx'
import { BodyChartCompare } from '../ui/body-chart/body-chart-compare.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import css from './episode.module.css'

/** What was found on the body: the first visit against the last, or any two. Left out while no signed note has a mark. */
export function BodyPart({ episode }: { episode: Episode }) {
  const charts = useQuery(ask('notes.listCharts', { episodeId: episode.id }))
  const marked = charts.data?.filter(chart => chart.marks.length > 0) ?? []
  const ground = { prescribed: episode.regions, chosen: [], treated: [], offLimits: [], offPaths: [] }
  const visits =
    charts.data?.map((chart, index) => ({ key: chart.noteId, label: `Visit ${index + 1}, ${formatMonthDay(chart.serviceOn)}`, marks: chart.marks })) ?? []
  const [only] = marked
  // Findings are for practitioners; the front desk sees the rest of the episode.
  if (charts.error) return charts.error instanceof RequestError && charts.error.code === 'forbidden' ? null : <Problem error={charts.error} />
  if (!only) return null
  return (
    <Section title="Body chart" note={visits.length === 1 ? visits[0]?.label : 'First visit and last'}>
      <div className={css.body}>
        {visits.length === 1 ? <BodyChart marks={only.marks} ground={ground} shows="grades" /> : <BodyChartCompare visits={visits} ground={ground} />}
      </div>
    </Section>
  )
}
