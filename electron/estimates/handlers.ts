import type { estimatesRequests } from '../../shared/estimates/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { answerSubmit, getFor, getStanding, list, refill, requestEstimate, saveDraft } from './estimates.ts'

/** Answers about good faith estimates. */
export const estimatesHandlers: Handlers<keyof typeof estimatesRequests> = {
  'estimates.list': services => list(services),
  'estimates.getStanding': (services, { patientId }) => getStanding(services, patientId),
  'estimates.getFor': (services, { patientId }) => getFor(services, patientId),
  'estimates.saveDraft': saveDraft,
  'estimates.refill': (services, { patientId }) => refill(services, patientId),
  'estimates.answerSubmit': answerSubmit,
  'estimates.request': (services, { patientId }) => requestEstimate(services, patientId),
}
