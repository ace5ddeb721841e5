import type { PatientRow } from '../../shared/patients/schema.ts'
import { readPatientSearch } from '../../shared/patients/search-query.ts'
import type { Services } from '../app/services.ts'
import { listPatientRows } from './rows-repository.ts'
import { countPatients, listByRecency, listMatching } from './search-repository.ts'

type Input = { text: string; scope: 'active' | 'all'; limit: number }
type Found = { rows: PatientRow[]; matched: number; total: number }

/** Finds patients by what was typed; an empty text lists the recently seen, then the others by name. */
export function searchPatients({ db, clock }: Pick<Services, 'db' | 'clock'>, { text, scope, limit }: Input): Found {
  const today = clock.today()
  const range = { withArchived: scope === 'all', limit, today }
  const total = countPatients(db, range.withArchived)
  const search = readPatientSearch(text)
  if (search.kind === 'signs') return { rows: [], matched: 0, total }
  const { ids, matched } = search.kind === 'match' ? listMatching(db, search.expression, range) : { ids: listByRecency(db, range), matched: total }
  return { rows: listPatientRows(db, today, ids), matched, total }
}
