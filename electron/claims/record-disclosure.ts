import { type Disclosure, decideGround } from '../../shared/claims/disclosure.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DisclosureId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { getDocument } from '../documents/repository.ts'
import { disclosureGrounds, insertDisclosure, listDisclosures } from './disclosures-repository.ts'

/** Notes that records were given out. Throws `rule_broken` without a ground (see `decideGround`), or for another patient’s paper. */
export function recordDisclosure(
  { db, clock, newId, person }: Services,
  { patientId, documentId, disclosure }: Parsed<'claims.recordDisclosure'>,
): Disclosure[] {
  const today = clock.today()
  const ground = decideGround(disclosure, disclosureGrounds(db, patientId, today))
  if (documentId !== null && getDocument(db, documentId).patientId !== patientId) throw new DomainError('rule_broken', 'That paper is another patient’s.')
  insertDisclosure(db, {
    id: DisclosureId.parse(newId()),
    patientId,
    documentId,
    disclosedOn: today,
    disclosedTo: disclosure.disclosedTo,
    purpose: disclosure.purpose,
    ...ground,
    recordedAt: clock.now(),
    recordedBy: person.name,
  })
  return listDisclosures(db, patientId)
}
