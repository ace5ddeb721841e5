import type { z } from 'zod'
import { DomainError } from '../../shared/lib/errors.ts'
import { PayerId } from '../../shared/lib/ids.ts'
import type { Payer, PayerFields } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getPayer, listPayers } from './repository.ts'

/** Adds a payer (`id` null) or changes one. Throws `not_found`, and `conflict` when another payer has that name. */
export function savePayer({ db, newId }: Pick<Services, 'db' | 'newId'>, { id, fields }: { id: PayerId | null; fields: z.infer<typeof PayerFields> }): Payer {
  return transaction(db, () => {
    if (id) getPayer(db, id)
    const payer = { ...fields, id: id ?? PayerId.parse(newId()) }
    const namesake = listPayers(db).find(other => other.id !== payer.id && other.name.toLowerCase() === payer.name.toLowerCase())
    if (namesake)
      throw new DomainError('conflict', `“${namesake.name}” is already in your list of payers.`, { 'fields.name': 'There is a payer of this name.' })
    writePayer(db, payer)
    return getPayer(db, payer.id)
  })
}

/** Writes one payer. */
export function writePayer(db: Database, payer: Payer) {
  statement(
    db,
    `INSERT INTO payers (id, name, kind, unit_rule, requires_prescription, auto_modifiers, max_units_per_visit, max_units_per_day, same_day_modifier,
                         place_of_service, must_carry)
          VALUES (:id, :name, :kind, :unitRule, :requiresPrescription, :autoModifiers, :maxUnitsPerVisit, :maxUnitsPerDay, :sameDayModifier,
                  :placeOfService, :mustCarry)
     ON CONFLICT (id) DO UPDATE
             SET name = :name, kind = :kind, unit_rule = :unitRule, requires_prescription = :requiresPrescription, auto_modifiers = :autoModifiers,
                 max_units_per_visit = :maxUnitsPerVisit, max_units_per_day = :maxUnitsPerDay, same_day_modifier = :sameDayModifier,
                 place_of_service = :placeOfService, must_carry = :mustCarry`,
  ).run({
    ...payer,
    requiresPrescription: Number(payer.requiresPrescription),
    autoModifiers: JSON.stringify(payer.autoModifiers),
    mustCarry: JSON.stringify(payer.mustCarry),
  })
}
