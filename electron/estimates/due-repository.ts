import type { EstimateDue } from '../../shared/estimates/schema.ts'
import { addDays } from '../../shared/lib/dates.ts'
import type { Services } from '../app/services.ts'
import { common, lookAt } from './standing-repository.ts'
import { listCandidates } from './visits-repository.ts'

/** Days looked ahead for visits: an estimate is due within three business days of booking, and a change of scope before the next visit. */
const AHEAD = 90
const MOST = 100

/** Who needs an estimate, the soonest due first, at most 100; looks at the visits of the coming three months. */
export function listDue(asked: Pick<Services, 'db' | 'clock'>): EstimateDue[] {
  const now = common(asked)
  return listCandidates(asked.db, { now: now.now, until: addDays(now.today, AHEAD) })
    .map(({ patientId, patientName }) => ({ patientId, patientName, standing: lookAt(asked, patientId, now).standing }))
    .filter(({ standing }) => standing.state === 'due')
    .toSorted((a, b) => (a.standing.dueOn ?? '').localeCompare(b.standing.dueOn ?? ''))
    .slice(0, MOST)
}
