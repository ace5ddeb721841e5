import type { z } from 'zod'
import { DomainError } from '../../shared/lib/errors.ts'
import { PrescriberId } from '../../shared/lib/ids.ts'
import type { Prescriber, PrescriberFields } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getPrescriber, listPrescribers } from './repository.ts'

type Input = { id: PrescriberId | null; fields: z.infer<typeof PrescriberFields> }

/** Adds a prescriber (`id` null) or changes one. Throws `not_found`, and `conflict` when another prescriber has that NPI. */
export function savePrescriber({ db, newId }: Pick<Services, 'db' | 'newId'>, { id, fields }: Input): Prescriber {
  return transaction(db, () => {
    if (id) getPrescriber(db, id)
    const prescriber = { ...fields, id: id ?? PrescriberId.parse(newId()) }
    const holder = listPrescribers(db).find(other => other.id !== prescriber.id && other.npi !== '' && other.npi === prescriber.npi)
    if (holder)
      throw new DomainError('conflict', `${holder.name} already has this NPI. Choose that prescriber, or correct the number.`, {
        'fields.npi': `This NPI belongs to ${holder.name}.`,
      })
    writePrescriber(db, prescriber)
    return getPrescriber(db, prescriber.id)
  })
}

/** Writes one prescriber. */
export function writePrescriber(db: Database, { address, ...prescriber }: Prescriber) {
  statement(
    db,
    `INSERT INTO prescribers (id, name, credentials, npi, practice_name, street, street2, city, state, zip, phone, fax)
          VALUES (:id, :name, :credentials, :npi, :practiceName, :street, :street2, :city, :state, :zip, :phone, :fax)
     ON CONFLICT (id) DO UPDATE
             SET name = :name, credentials = :credentials, npi = :npi, practice_name = :practiceName, street = :street, street2 = :street2, city = :city,
                 state = :state, zip = :zip, phone = :phone, fax = :fax`,
  ).run({ ...prescriber, ...address })
}
