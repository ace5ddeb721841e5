import type { Clinic } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getClinic } from './repository.ts'

/** Changes how the clinic appears on papers from now on; what was issued stays as it is. */
export function saveClinic({ db, showName }: Pick<Services, 'db' | 'showName'>, clinic: Clinic): Clinic {
  const saved = transaction(db, () => {
    writeClinic(db, clinic)
    return getClinic(db)
  })
  showName(saved.name)
  return saved
}

/** Writes the one row of the clinic’s profile. */
export function writeClinic(db: Database, { address, ...clinic }: Clinic) {
  statement(
    db,
    `INSERT OR REPLACE INTO clinic (id, name, street, street2, city, state, zip, phone, fax, email, tax_id, organisation_npi, time_zone,
                                    place_of_service, paper_size, no_show_uses_visit, opens_at, closes_at, logo)
          VALUES (1, :name, :street, :street2, :city, :state, :zip, :phone, :fax, :email, :taxId, :organisationNpi, :timeZone,
                  :placeOfService, :paperSize, :noShowUsesVisit, :opensAt, :closesAt, :logo)`,
  ).run({ ...clinic, ...address, noShowUsesVisit: Number(clinic.noShowUsesVisit) })
}
