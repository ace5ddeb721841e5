import { skipToken, useQuery } from '@tanstack/react-query'
import { dayOf } from '../../shared/lib/dates.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import { request } from '../lib/api.ts'
import type { ChartedVisit } from '../ui/body-chart/body-chart-compare.tsx'
import { dateInWords } from '../ui/words.tsx'

/** The charted visits of the course up to this one, which is the last; alone where there is nothing to compare it with. */
export function useChartedVisits({ appointment, note }: Session, content: NoteContent): readonly ChartedVisit[] {
  const { episodeId, startsAt } = appointment
  const charts = useQuery({
    queryKey: ['notes.listCharts', { episodeId }],
    queryFn: episodeId === null ? skipToken : () => request('notes.listCharts', { episodeId }),
  })
  const earlier = (charts.data ?? []).flatMap(({ noteId, serviceOn, marks }, i) => {
    const isEarlier = noteId !== note?.id && serviceOn <= dayOf(startsAt) && marks.length > 0
    return isEarlier ? [{ key: noteId, label: `Visit ${i + 1}, ${dateInWords(serviceOn, 'short')}`, marks }] : []
  })
  return [...earlier, { key: 'this', label: note?.signature ? 'This visit' : 'Today', marks: content.marks }]
}
