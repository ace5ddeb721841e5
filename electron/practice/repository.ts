import { DomainError } from '../../shared/lib/errors.ts'
import type { PayerId, PractitionerId, PrescriberId, ServiceId } from '../../shared/lib/ids.ts'
import { Clinic, Payer, Practitioner, Prescriber, Service } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type None = Record<string, never>
type AddressColumns = { street: string; street2: string; city: string; state: string; zip: string }

type ClinicRow = AddressColumns & Omit<Clinic, 'address' | 'noShowUsesVisit'> & { noShowUsesVisit: number }

/** The clinic’s profile. Throws `not_found` before the clinic is set up. */
export function getClinic(db: Database): Clinic {
  const row = statement<None, ClinicRow>(
    db,
    `SELECT name, street, street2, city, state, zip, phone, fax, email, tax_id AS taxId, organisation_npi AS organisationNpi, time_zone AS timeZone,
            place_of_service AS placeOfService, paper_size AS paperSize, no_show_uses_visit AS noShowUsesVisit, opens_at AS opensAt,
            closes_at AS closesAt, logo
       FROM clinic
      WHERE id = 1`,
  ).get({})
  if (!row) throw new DomainError('not_found', 'The clinic is not set up yet.')
  const { street, street2, city, state, zip, noShowUsesVisit, ...rest } = row
  return Clinic.parse({ ...rest, address: { street, street2, city, state, zip }, noShowUsesVisit: noShowUsesVisit === 1 })
}

/** Whether a no-show uses up a visit of its prescription in this clinic. */
export function noShowUsesVisit(db: Database): boolean {
  return statement<None, { answer: number }>(db, 'SELECT no_show_uses_visit AS answer FROM clinic WHERE id = 1').get({})?.answer === 1
}

type PractitionerRow = Omit<Practitioner, 'signatureOnFile' | 'isActive' | 'hours' | 'visitTypeIds'> & {
  signatureOnFile: number
  isActive: number
  hours: string | null
  visitTypeIds: string
}

/** Every practitioner, in the order they joined. */
export function listPractitioners(db: Database): Practitioner[] {
  return statement<None, PractitionerRow>(
    db,
    `SELECT id, legal_name AS legalName, credentials, license_number AS licenseNumber, license_state AS licenseState, license_expires_on AS licenseExpiresOn,
            npi, taxonomy, training_hours AS trainingHours, techniques, signature_on_file AS signatureOnFile, is_active AS isActive, colour, hours,
            visit_types AS visitTypeIds, left_on AS leftOn
       FROM practitioners
      ORDER BY position, id`,
  )
    .all({})
    .map(row =>
      Practitioner.parse({
        ...row,
        signatureOnFile: row.signatureOnFile === 1,
        isActive: row.isActive === 1,
        hours: row.hours === null ? null : JSON.parse(row.hours),
        visitTypeIds: JSON.parse(row.visitTypeIds),
      }),
    )
}

/** One practitioner. Throws `not_found`. */
export function getPractitioner(db: Database, id: PractitionerId): Practitioner {
  return found(listPractitioners(db), id, 'That practitioner is no longer in the records.')
}

type ServiceRow = Omit<Service, 'isTimed' | 'isActive' | 'modifiers' | 'fees'> & { isTimed: number; isActive: number; modifiers: string; fees: string }

/** The fee schedule in its own order; each service with its fees, newest first. */
export function listServices(db: Database): Service[] {
  return statement<None, ServiceRow>(
    db,
    `SELECT s.id, s.name, s.code, s.is_timed AS isTimed, s.minutes_per_unit AS minutesPerUnit, s.modifiers, s.is_active AS isActive,
            (SELECT json_group_array(json_object('effectiveFrom', f.effective_from, 'unitFee', f.unit_fee_cents) ORDER BY f.effective_from DESC)
               FROM service_fees f
              WHERE f.service_id = s.id) AS fees
       FROM services s
      ORDER BY s.position, s.id`,
  )
    .all({})
    .map(row =>
      Service.parse({
        ...row,
        isTimed: row.isTimed === 1,
        isActive: row.isActive === 1,
        modifiers: JSON.parse(row.modifiers),
        fees: JSON.parse(row.fees),
      }),
    )
}

/** One service with its fees. Throws `not_found`. */
export function getService(db: Database, id: ServiceId): Service {
  return found(listServices(db), id, 'That service is no longer in the fee schedule.')
}

type PayerRow = Omit<Payer, 'requiresPrescription' | 'autoModifiers' | 'mustCarry'> & { requiresPrescription: number; autoModifiers: string; mustCarry: string }

/** Every payer by name, self-pay first. */
export function listPayers(db: Database): Payer[] {
  return statement<None, PayerRow>(
    db,
    `SELECT id, name, kind, unit_rule AS unitRule, requires_prescription AS requiresPrescription, auto_modifiers AS autoModifiers,
            max_units_per_visit AS maxUnitsPerVisit, max_units_per_day AS maxUnitsPerDay, same_day_modifier AS sameDayModifier,
            place_of_service AS placeOfService, must_carry AS mustCarry
       FROM payers
      ORDER BY kind <> 'self-pay', name COLLATE NOCASE, id`,
  )
    .all({})
    .map(row =>
      Payer.parse({
        ...row,
        requiresPrescription: row.requiresPrescription === 1,
        autoModifiers: JSON.parse(row.autoModifiers),
        mustCarry: JSON.parse(row.mustCarry),
      }),
    )
}

/** One payer. Throws `not_found`. */
export function getPayer(db: Database, id: PayerId): Payer {
  return found(listPayers(db), id, 'That payer is no longer in the records.')
}

/** The payer of patients without insurance, as set-up made it. Throws `not_found`. */
export function getSelfPay(db: Database): Payer {
  const payer = listPayers(db).find(({ kind }) => kind === 'self-pay')
  if (!payer) throw new DomainError('not_found', 'There is no self-pay payer. Add one in Settings.')
  return payer
}

type PrescriberRow = Omit<Prescriber, 'address'> & AddressColumns
const PRESCRIBER = 'SELECT id, name, credentials, npi, practice_name AS practiceName, street, street2, city, state, zip, phone, fax FROM prescribers'

/** Every prescriber by name. */
export function listPrescribers(db: Database): Prescriber[] {
  return statement<None, PrescriberRow>(db, `${PRESCRIBER} ORDER BY name COLLATE NOCASE, id`).all({}).map(toPrescriber)
}

/** One prescriber. Throws `not_found`. */
export function getPrescriber(db: Database, id: PrescriberId): Prescriber {
  const row = statement<{ id: string }, PrescriberRow>(db, `${PRESCRIBER} WHERE id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That prescriber is no longer in the records.')
  return toPrescriber(row)
}

function toPrescriber({ street, street2, city, state, zip, ...rest }: PrescriberRow): Prescriber {
  return Prescriber.parse({ ...rest, address: { street, street2, city, state, zip } })
}

function found<T extends { id: string }>(records: readonly T[], id: string, sentence: string): T {
  const record = records.find(one => one.id === id)
  if (!record) throw new DomainError('not_found', sentence)
  return record
}
