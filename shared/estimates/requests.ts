import { z } from 'zod'
import { IssuedDocument } from '../documents/schema.ts'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { PatientId } from '../lib/ids.ts'
import { EstimateDraft, EstimateDue, EstimateSheet, EstimateStanding, SubmitAnswer } from './schema.ts'

const OfPatient = z.strictObject({ patientId: PatientId })

/** Good faith estimates: who needs one by when, and what it says. `documents.issueEstimate` gives it. */
export const estimatesRequests = {
  /** Who needs an estimate, the soonest due first, at most 100; and the newest 100 given. */
  'estimates.list': query('front-desk', z.strictObject({}), z.strictObject({ due: z.array(EstimateDue), given: z.array(IssuedDocument) })),
  /** Whether one patient needs an estimate: a look only, without what it would say. */
  'estimates.getStanding': query('front-desk', OfPatient, EstimateStanding),
  /** The estimate as it was typed so far, else as the records propose it. */
  'estimates.getFor': query('front-desk', OfPatient, EstimateSheet),
  /** Keeps what was typed; the preview then shows it. */
  'estimates.saveDraft': command('front-desk', OfPatient.extend({ draft: EstimateDraft }), EstimateSheet),
  /** Drops what was typed and proposes it anew from the records. */
  'estimates.refill': command('front-desk', OfPatient, EstimateSheet),
  /** Keeps the answer to “Will you send the superbill to an insurer?”; the newest counts. */
  'estimates.answerSubmit': command('front-desk', OfPatient.extend({ answer: SubmitAnswer }), EstimateStanding),
  /** Notes that the patient asked for an estimate today. Once while one is open. */
  'estimates.request': command('front-desk', OfPatient, EstimateStanding),
} as const satisfies Record<string, Endpoint>
