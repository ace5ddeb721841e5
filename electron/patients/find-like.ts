import type { LocalDate } from '../../shared/lib/dates.ts'
import { isLikeName } from '../../shared/patients/likeness.ts'
import { foldName } from '../../shared/patients/names.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { phoneDigits } from '../../shared/patients/search-index.ts'
import { readPatientSearch } from '../../shared/patients/search-query.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { listPatientRows } from './rows-repository.ts'
import { type Candidate, listBornOn, listCandidates } from './search-repository.ts'

type Asked = { firstName: string; lastName: string; bornOn: LocalDate | null; phone: string }
const MOST = 10

/** People who may be the one being registered, archived ones too: same birth date and a like name, the same phone, or the same full name. */
export function findLikePatients({ db, clock }: Pick<Services, 'db' | 'clock'>, asked: Asked): PatientRow[] {
  const bornThen = asked.bornOn ? listBornOn(db, asked.bornOn).filter(known => isLikePerson(asked, known)) : []
  const alike = [...bornThen, ...namesakes(db, asked), ...withPhone(db, asked.phone)]
  const ids = [...new Set(alike.map(known => known.id))].slice(0, MOST)
  return listPatientRows(db, clock.today(), ids)
}

function isLikePerson(asked: Asked, known: Candidate): boolean {
  const isSwapped = isLikeName(asked.firstName, known.lastName) && isLikeName(asked.lastName, known.firstName)
  return (
    isSwapped || isLikeName(asked.lastName, known.lastName) || isLikeName(asked.firstName, known.firstName) || isLikeName(asked.firstName, known.preferredName)
  )
}

function namesakes(db: Database, { firstName, lastName }: Asked): Candidate[] {
  const search = readPatientSearch(`${firstName} ${lastName}`)
  if (search.kind !== 'match' || firstName.trim() === '' || lastName.trim() === '') return []
  const isSame = (one: string, other: string) => foldName(one).trim() === foldName(other).trim()
  return listCandidates(db, search.expression).filter(
    known => isSame(known.lastName, lastName) && (isSame(known.firstName, firstName) || isSame(known.preferredName, firstName)),
  )
}

function withPhone(db: Database, phone: string): Candidate[] {
  const digits = phoneDigits(phone)
  return digits.length < 7 ? [] : listCandidates(db, `phones : "${digits}"`)
}
