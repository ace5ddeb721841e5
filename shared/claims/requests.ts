import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { DocumentId, EpisodeId, PatientId } from '../lib/ids.ts'
import { Benefit, BenefitFields } from './benefit.ts'
import { Disclosure, DisclosureFields, DisclosureGrounds } from './disclosure.ts'

/** Auto and work cases: benefit limits, records given out. Their papers are among the documents. */
export const claimsRequests = {
  /** Where the limit of an episode stands; null where none is set. */
  'claims.getBenefit': query('front-desk', z.strictObject({ episodeId: EpisodeId }), Benefit.nullable()),
  /** Sets, changes or (null) takes away the limit of an auto or work episode. */
  'claims.saveBenefit': command('front-desk', z.strictObject({ episodeId: EpisodeId, benefit: BenefitFields.nullable() }), Benefit.nullable()),
  /** Records given to others, newest first, and on what the next one may stand. */
  'claims.listDisclosures': query(
    'front-desk',
    z.strictObject({ patientId: PatientId }),
    z.strictObject({ disclosures: z.array(Disclosure), grounds: DisclosureGrounds }),
  ),
  /** Notes that records were given to somebody: a paper of the patient, or something else. Added, never changed. */
  'claims.recordDisclosure': command(
    'front-desk',
    z.strictObject({ patientId: PatientId, documentId: DocumentId.nullable(), disclosure: DisclosureFields }),
    z.array(Disclosure),
  ),
} as const satisfies Record<string, Endpoint>
