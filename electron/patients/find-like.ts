import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { isLikeName, soundsAlike } from '../../shared/patients/likeness.ts'
import { foldName } from '../../shared/patients/names.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { phoneDigits } from '../../shared/patients/search-index.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getPatient } from './repository.ts'
import { listPatientRows } from './rows-repository.ts'
import { type Candidate, listBornOn, listCandidates } from './search-repository.ts'

type Asked = { firstName: string; lastName: string; bornOn: LocalDate | null; phone: string }
const MOST = 10

/**
 * People who may be the one being registered, archived ones too: same birth date and a like name, the same phone, the same full name, and before a birth
 * date is typed also a full name that sounds alike, first and last name swapped or not.
 */
export function findLikePatients({ db, clock }: Pick<Services, 'db' | 'clock'>, asked: Asked): PatientRow[] {
  const bornThen = asked.bornOn ? listBornOn(db, asked.bornOn).filter(known => isLikePerson(asked, known)) : []
  const alike = [...bornThen, ...withPhone(db, asked.phone), ...namesakes(db, asked)]
  const ids = [...new Set(alike.map(known => known.id))].slice(0, MOST)
  return listPatientRows(db, clock.today(), ids)
}

/** Patients who may be the same person as one on file, that one aside. */
export function findDuplicates(services: Pick<Services, 'db' | 'clock'>, patientId: PatientId): PatientRow[] {
  const { firstName, lastName, bornOn, phone } = getPatient(services.db, patientId)
  const found = [bornOn, null].flatMap(born => findLikePatients(services, { firstName, lastName, bornOn: born, phone }))
  return found.filter((row, index) => row.id !== patientId && found.findIndex(({ id }) => id === row.id) === index).slice(0, MOST)
}

function isLikePerson(asked: Asked, known: Candidate): boolean {
  const isSwapped = isLikeName(asked.firstName, known.lastName) && isLikeName(asked.lastName, known.firstName)
  return (
    isSwapped || isLikeName(asked.lastName, known.lastName) || isLikeName(asked.firstName, known.firstName) || isLikeName(asked.firstName, known.preferredName)
  )
}

const isSame = (one: string, other: string) => foldName(one).trim() === foldName(other).trim()

function namesakes(db: Database, { firstName, lastName, bornOn }: Asked): Candidate[] {
  const [first, last] = [initialOf(firstName), initialOf(lastName)]
  if (first === '' || last === '') return []
  const isNamed = bornOn === null ? soundsAlike : isSame
  const isFirst = (asked: string, { firstName: name, preferredName }: Candidate) => isNamed(asked, name) || isNamed(asked, preferredName)
  return listCandidates(db, `names : ("${first}"* AND "${last}"*)`).filter(
    known => (isNamed(lastName, known.lastName) && isFirst(firstName, known)) || (isNamed(firstName, known.lastName) && isFirst(lastName, known)),
  )
}

// The index splits words at signs as this does; a sound keeps its first letter, so that one letter of each name finds everyone to compare.
const initialOf = (name: string) => /[\p{L}\p{N}]/u.exec(foldName(name))?.[0] ?? ''

function withPhone(db: Database, phone: string): Candidate[] {
  const digits = phoneDigits(phone)
  return digits.length < 7 ? [] : listCandidates(db, `phones : "${digits}"`)
}
