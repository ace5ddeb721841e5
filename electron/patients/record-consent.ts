import { ESTIMATE_KIND } from '../../shared/appointments/check-in.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { ConsentId, type PatientId } from '../../shared/lib/ids.ts'
import type { ConsentFields, ConsentStanding } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { consentStandings, getConsent, insertConsent, withdraw } from './consents-repository.ts'
import { getPatient } from './repository.ts'

type Work = Pick<Services, 'db' | 'clock' | 'newId' | 'person'>

/** Keeps that a consent was signed. The same one twice is kept once. Throws `not_found`, and `invalid_input` for days that cannot be or an unknown kind. */
export function recordConsent({ db, clock, newId, person }: Work, { patientId, consent }: { patientId: PatientId; consent: ConsentFields }): ConsentStanding[] {
  return transaction(db, () => {
    const { bornOn } = getPatient(db, patientId)
    const today = clock.today()
    const standing = consentStandings(db, patientId, today).find(({ kind }) => kind === consent.kind)
    // An estimate is given to those who pay themselves, whether or not it is on the clinic’s list.
    if (!standing && consent.kind !== ESTIMATE_KIND) throw refused('kind', 'Your clinic does not ask for this consent. Add it under Settings, Front desk.')
    assertDays(consent, bornOn, today)
    const onFile = standing ? [...(standing.latest ? [standing.latest] : []), ...standing.earlier] : []
    if (!onFile.some(one => isSame(one, consent) && one.withdrawnOn === null))
      insertConsent(db, patientId, { ...consent, id: ConsentId.parse(newId()), recordedBy: person.name })
    return consentStandings(db, patientId, today)
  })
}

const refused = (field: string, sentence: string) => new DomainError('invalid_input', sentence, { [`consent.${field}`]: sentence })
const isSame = (one: ConsentFields, other: ConsentFields) =>
  one.signedOn === other.signedOn && one.expiresOn === other.expiresOn && one.signedBy === other.signedBy && one.remark === other.remark

function assertDays({ signedOn, expiresOn }: ConsentFields, bornOn: LocalDate, today: LocalDate) {
  if (signedOn > today) throw refused('signedOn', 'A consent cannot be signed in the future.')
  if (signedOn < bornOn) throw refused('signedOn', `The patient was born on ${formatDate(bornOn)}.`)
  if (expiresOn && expiresOn < signedOn) throw refused('expiresOn', 'Choose a day after it was signed.')
}

/** Keeps that a consent no longer holds from a day on. Throws `not_found`, `rule_broken` for one already withdrawn, `invalid_input` for a day that cannot be. */
export function withdrawConsent({ db, clock }: Pick<Services, 'db' | 'clock'>, { consentId, on }: { consentId: ConsentId; on: LocalDate }): ConsentStanding[] {
  return transaction(db, () => {
    const { patientId, signedOn, withdrawnOn } = getConsent(db, consentId)
    const today = clock.today()
    if (withdrawnOn) throw new DomainError('rule_broken', `This consent was already withdrawn on ${formatDate(withdrawnOn)}.`)
    if (on > today) throw new DomainError('invalid_input', 'A consent is withdrawn today or before.', { on: 'A consent is withdrawn today or before.' })
    if (on < signedOn) throw new DomainError('invalid_input', `It was signed on ${formatDate(signedOn)}.`, { on: `It was signed on ${formatDate(signedOn)}.` })
    withdraw(db, consentId, on)
    return consentStandings(db, patientId, today)
  })
}
