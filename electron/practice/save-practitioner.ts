import type { z } from 'zod'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PractitionerId } from '../../shared/lib/ids.ts'
import { leavingRefusal } from '../../shared/practice/leaving.ts'
import type { Practitioner, PractitionerFields } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { bookedAhead } from '../appointments/booked-ahead-repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getPractitioner, listPractitioners } from './repository.ts'

type Input = { id: PractitionerId | null; fields: z.infer<typeof PractitionerFields>; isActive: boolean; leftOn: LocalDate | null }
type Around = Pick<Services, 'db' | 'newId' | 'clock'>

/**
 * Adds a practitioner (`id` null) or changes one. Throws `not_found`, and `rule_broken` when nobody would be left to see patients, or when someone leaves
 * with visits still booked.
 */
export function savePractitioner({ db, newId, clock }: Around, { id, fields, isActive, leftOn }: Input): Practitioner {
  return transaction(db, () => {
    const before = id ? getPractitioner(db, id) : null
    const left = isActive ? null : (leftOn ?? before?.leftOn ?? clock.today())
    const practitioner = { ...fields, isActive, leftOn: left, id: id ?? PractitionerId.parse(newId()) }
    const others = listPractitioners(db).filter(other => other.id !== practitioner.id)
    if (!isActive && !others.some(other => other.isActive)) throw new DomainError('rule_broken', 'Keep at least one practitioner active.')
    if (left) refuseLeaving(db, practitioner, { left, today: clock.today() })
    writePractitioner(db, practitioner)
    return getPractitioner(db, practitioner.id)
  })
}

function refuseLeaving(db: Database, { id, legalName }: Practitioner, { left, today }: { left: LocalDate; today: LocalDate }) {
  const refusal =
    left > today
      ? `${legalName} works here until then. Save this once ${formatDate(left)} has come.`
      : leavingRefusal(legalName, bookedAhead(db, { practitionerId: id, roomId: null, from: left }))
  if (refusal) throw new DomainError('rule_broken', refusal, { leftOn: refusal })
}

/** Writes one practitioner; a new one comes last in the order. */
export function writePractitioner(db: Database, practitioner: Practitioner) {
  statement(
    db,
    `INSERT INTO practitioners (id, legal_name, credentials, license_number, license_state, license_expires_on, npi, taxonomy, training_hours, techniques,
                                signature_on_file, is_active, colour, hours, visit_types, left_on, position)
          VALUES (:id, :legalName, :credentials, :licenseNumber, :licenseState, :licenseExpiresOn, :npi, :taxonomy, :trainingHours, :techniques,
                  :signatureOnFile, :isActive, :colour, :hours, :visitTypeIds, :leftOn, (SELECT count(*) FROM practitioners))
     ON CONFLICT (id) DO UPDATE
             SET legal_name = :legalName, credentials = :credentials, license_number = :licenseNumber, license_state = :licenseState,
                 license_expires_on = :licenseExpiresOn, npi = :npi, taxonomy = :taxonomy, training_hours = :trainingHours, techniques = :techniques,
                 signature_on_file = :signatureOnFile, is_active = :isActive, colour = :colour, hours = :hours, visit_types = :visitTypeIds,
                 left_on = :leftOn`,
  ).run({
    ...practitioner,
    signatureOnFile: Number(practitioner.signatureOnFile),
    isActive: Number(practitioner.isActive),
    hours: practitioner.hours && JSON.stringify(practitioner.hours),
    visitTypeIds: JSON.stringify(practitioner.visitTypeIds),
  })
}
