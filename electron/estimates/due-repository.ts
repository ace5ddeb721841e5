import type { EstimateDue } from '../../shared/estimates/schema.ts'
import { addDays, wallTimeOf } from '../../shared/lib/dates.ts'
import type { Services } from '../app/services.ts'
import { getClinic } from '../practice/repository.ts'
import { lookAt } from './standing-repository.ts'
import { listCandidates } from './visits-repository.ts'

/** Days looked ahead for visits that need an estimate: one is due soon after booking, so what is farther off was due already or is told later. */
const AHEAD = 370
const MOST = 100

/** Who needs an estimate, the soonest due first. */
export function listDue(services: Pick<Services, 'db' | 'clock'>): EstimateDue[] {
  const { db, clock } = services
  const today = clock.today()
  const asked = { now: wallTimeOf(clock.now(), getClinic(db).timeZone), until: addDays(today, AHEAD) }
  return listCandidates(db, asked)
    .map(({ patientId, patientName }) => ({ patientId, patientName, standing: lookAt(services, patientId).standing }))
    .filter(({ standing }) => standing.state === 'due')
    .toSorted((a, b) => (a.standing.dueOn ?? '').localeCompare(b.standing.dueOn ?? ''))
    .slice(0, MOST)
}
