import type { claimsRequests } from '../../shared/claims/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { findBenefit } from './benefit-repository.ts'
import { disclosureGrounds, listDisclosures } from './disclosures-repository.ts'
import { recordDisclosure } from './record-disclosure.ts'
import { saveBenefit } from './save-benefit.ts'

/** Answers about auto and work cases. */
export const claimsHandlers: Handlers<keyof typeof claimsRequests> = {
  'claims.getBenefit': ({ db, clock }, { episodeId }) => findBenefit(db, episodeId, clock.today()),
  'claims.saveBenefit': saveBenefit,
  'claims.listDisclosures': ({ db, clock }, { patientId }) => ({
    disclosures: listDisclosures(db, patientId),
    grounds: disclosureGrounds(db, patientId, clock.today()),
  }),
  'claims.recordDisclosure': recordDisclosure,
}
