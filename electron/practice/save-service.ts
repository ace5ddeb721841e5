import type { z } from 'zod'
import { DomainError } from '../../shared/lib/errors.ts'
import { ServiceId } from '../../shared/lib/ids.ts'
import { withFee } from '../../shared/practice/fees.ts'
import type { Fee, Service, ServiceFields } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getService } from './repository.ts'

type Input = { id: ServiceId | null; fields: z.infer<typeof ServiceFields>; fee: Fee | null }

/** Adds a service (`id` null) or changes one, with a new dated fee if given. Throws `not_found`, and `invalid_input` for a new service without a fee. */
export function saveService({ db, newId }: Pick<Services, 'db' | 'newId'>, { id, fields, fee }: Input): Service {
  return transaction(db, () => {
    const earlier = id ? getService(db, id).fees : []
    const fees = fee ? withFee(earlier, fee) : earlier
    if (fees.length === 0) throw new DomainError('invalid_input', 'Some fields need attention.', { fee: 'Add a fee.' })
    const service = { ...fields, id: id ?? ServiceId.parse(newId()), fees }
    writeService(db, service)
    return getService(db, service.id)
  })
}

/** Writes one service with its fees; a new one comes last in the schedule. */
export function writeService(db: Database, { fees, ...service }: Service) {
  statement(
    db,
    `INSERT INTO services (id, name, code, is_timed, minutes_per_unit, modifiers, is_active, position)
          VALUES (:id, :name, :code, :isTimed, :minutesPerUnit, :modifiers, :isActive, (SELECT count(*) FROM services))
     ON CONFLICT (id) DO UPDATE
             SET name = :name, code = :code, is_timed = :isTimed, minutes_per_unit = :minutesPerUnit, modifiers = :modifiers, is_active = :isActive`,
  ).run({ ...service, isTimed: Number(service.isTimed), isActive: Number(service.isActive), modifiers: JSON.stringify(service.modifiers) })
  for (const fee of fees)
    statement(
      db,
      `INSERT INTO service_fees (service_id, effective_from, unit_fee_cents)
            VALUES (:serviceId, :effectiveFrom, :unitFee)
       ON CONFLICT (service_id, effective_from) DO UPDATE
               SET unit_fee_cents = :unitFee`,
    ).run({ ...fee, serviceId: service.id })
}
