import { composeEstimate } from '../../shared/documents/estimate-compose.ts'
import { PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { statement } from '../db/statement.ts'
import { estimateFacts, proposalFor } from '../estimates/facts-repository.ts'
import { findDraft } from '../estimates/repository.ts'
import { lookAt } from '../estimates/standing-repository.ts'
import { getClinic } from '../practice/repository.ts'
import type { FrozenPaper } from './repository.ts'

/** A patient’s estimate as it would print now; undefined for nobody’s, and where there is no service to estimate. */
export function estimatePreview(services: Services, name: string): FrozenPaper | undefined {
  const { db, clock } = services
  const id = PatientId.safeParse(name)
  if (!id.success || !statement<{ id: string }, unknown>(db, 'SELECT 1 FROM patients WHERE id = :id').get({ id: name })) return undefined
  const seen = lookAt(services, id.data)
  const draft = findDraft(db, id.data) ?? proposalFor(services, id.data, seen)
  if (draft.providers.every(({ lines }) => lines.length === 0)) return undefined
  const paper = composeEstimate(draft, estimateFacts(db, id.data, { draft, seen }), { number: null, version: 1, replaces: null, issuedOn: clock.today() })
  return { kind: 'estimate', paper, paperSize: getClinic(db).paperSize, issuedAt: clock.now() }
}
