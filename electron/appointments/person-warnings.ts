import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { clearanceFor, dayInWords } from '../../shared/health/clearances.ts'
import { factsOf } from '../../shared/health/items.ts'
import { standingFindings } from '../../shared/health/standing.ts'
import { dayOf, formatDate, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId, PractitionerId, VisitTypeId } from '../../shared/lib/ids.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { Practitioner } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { lastHistory, listClearances } from '../health/repository.ts'
import { balanceOf, getPatient } from '../patients/repository.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { listPractitioners } from '../practice/repository.ts'
import { listVisitTypes } from '../practice/visit-types-repository.ts'
import { refusePractitioner } from './refuse-records.ts'

type Wanted = {
  readonly patientId: PatientId
  readonly practitionerId: PractitionerId
  readonly visitTypeId: VisitTypeId | null
  readonly startsAt: LocalDateTime
}

const overrule = (kind: BookingWarning['kind'], sentence: string): BookingWarning => ({ kind, level: 'overrule', sentence })

/** What speaks against a visit because of who comes and who treats: the patient’s death, balance and clearances, the practitioner’s license and visit types. */
export function personWarnings(db: Database, wanted: Wanted): { readonly person: readonly BookingWarning[]; readonly practitionerName: string } {
  const practitioners = listPractitioners(db)
  const practitioner = practitioners.find(({ id }) => id === wanted.practitionerId)
  if (!practitioner) refusePractitioner(db, wanted.practitionerId)
  const day = dayOf(wanted.startsAt)
  return {
    practitionerName: practitioner?.legalName ?? '',
    person: [
      ...patientWarnings(db, wanted.patientId, day),
      ...(practitioner ? [...licenseWarning(practitioner, day), ...visitTypeWarning(db, wanted.visitTypeId, { practitioner, practitioners })] : []),
    ],
  }
}

function patientWarnings(db: Database, patientId: PatientId, day: LocalDate): BookingWarning[] {
  const { firstName, lastName, deceasedOn } = getPatient(db, patientId)
  const name = `${firstName} ${lastName}`
  if (deceasedOn !== null) return [{ kind: 'deceased', level: 'refused', sentence: `${name} died on ${formatDate(deceasedOn)}, so no visit can be booked.` }]
  const { balanceLimit } = getDeskRules(db)
  const balance = cents(balanceOf(db, patientId))
  const owed =
    balanceLimit !== null && balance > balanceLimit
      ? [overrule('balance', `${name} owes ${formatMoney(balance)}, more than the clinic’s limit of ${formatMoney(balanceLimit)}. Take a payment first.`)]
      : []
  return [...owed, ...clearanceWarnings(db, patientId, day)]
}

// The front desk reads this: it does not say what the clearance is for.
function clearanceWarnings(db: Database, patientId: PatientId, day: LocalDate): BookingWarning[] {
  const clearances = listClearances(db, patientId)
  if (clearances.length === 0) return []
  const needed = standingFindings(lastHistory(db, patientId)?.history ?? null).filter(({ item }) => factsOf(item).class === 'clearance')
  return needed.flatMap(({ item }) => {
    const { state, clearance } = clearanceFor(clearances, item, day)
    if (state !== 'ended' && state !== 'withdrawn') return []
    const until = state === 'withdrawn' ? `was withdrawn ${dayInWords(clearance.withdrawnOn ?? day, day)}` : `ends ${dayInWords(clearance.expiresOn, day)}`
    return [overrule('clearance', `The clearance by ${clearance.givenBy} ${until}, before this visit. Ask for a new one.`)]
  })
}

function licenseWarning({ legalName, licenseExpiresOn }: Practitioner, day: LocalDate): BookingWarning[] {
  if (licenseExpiresOn === null || day <= licenseExpiresOn) return []
  const sentence = `${legalName}’s license expires ${formatDate(licenseExpiresOn)}, before this visit. Choose another practitioner, or enter the renewal in Settings.`
  return [overrule('license', sentence)]
}

type Among = { readonly practitioner: Practitioner; readonly practitioners: readonly Practitioner[] }

const gives = ({ visitTypeIds }: Practitioner, id: VisitTypeId) => visitTypeIds.length === 0 || visitTypeIds.includes(id)

function visitTypeWarning(db: Database, id: VisitTypeId | null, { practitioner, practitioners }: Among): BookingWarning[] {
  if (id === null || gives(practitioner, id)) return []
  const name = listVisitTypes(db).find(type => type.id === id)?.name ?? 'this visit type'
  const others = practitioners.filter(each => each.isActive && gives(each, id)).map(({ legalName }) => legalName)
  const way =
    others.length === 0 ? 'Choose another visit type.' : `Choose ${others.length === 1 ? others[0] : `${others.slice(0, -1).join(', ')} or ${others.at(-1)}`}.`
  return [overrule('visit-type', `${practitioner.legalName} does not give “${name}”. ${way}`)]
}
