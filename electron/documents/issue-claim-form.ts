import { composeClaimForm } from '../../shared/documents/claim-form-compose.ts'
import { claimObstacle, claimRemarks } from '../../shared/documents/claim-form-missing.ts'
import { isInsuredAnother } from '../../shared/documents/claim-form-people.ts'
import type { ClaimPreview, ClaimRange } from '../../shared/documents/claim-form-requests.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { cents, sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { getClinic } from '../practice/repository.ts'
import { freezeCasePaper } from './claim-form-freeze.ts'
import { loadClaim } from './claim-form-load.ts'
import { claimPreviewPaths } from './claim-form-preview.ts'
import { copyRows } from './claim-form-rows.ts'

/** What a claim for a range of days would hold, box by box, and what is missing. */
export function previewClaimForm({ db, clock }: Services, range: ClaimRange): ClaimPreview {
  const source = loadClaim(db, range)
  const obstacle = claimObstacle(source.visits)
  const last = source.visits.at(-1)
  const shown = { visits: source.visits.length, isInsuredAnother: last !== undefined && isInsuredAnother(last.facts), remarks: claimRemarks(source) }
  if (obstacle !== null) return { ...shown, boxes: [], sheets: [], total: cents(0), paid: cents(0), papers: null }
  const claim = composeClaimForm(source, { number: null, version: 1, replaces: null, issuedOn: clock.today(), logo: '' })
  return {
    ...shown,
    remarks: [...shown.remarks, ...claim.remarks.map(sentence => ({ sentence, blocks: false, fix: null }))],
    boxes: copyRows(claim),
    sheets: claim.sheets,
    total: sumCents(claim.sheets.map(({ total }) => total)),
    paid: sumCents(claim.sheets.map(({ paid }) => paid)),
    papers: claimPreviewPaths(range),
  }
}

/**
 * Freezes the claim of a range of days of an episode. The same range again gives the claim already made, or its next version if anything changed.
 * Throws `rule_broken` with the way out where something without which no payer takes it is missing.
 */
export function issueClaimForm(services: Services, range: ClaimRange): IssuedDocument {
  const { db } = services
  const source = loadClaim(db, range)
  const blocking = claimRemarks(source).find(({ blocks }) => blocks)
  const [first, last] = [source.visits[0], source.visits.at(-1)]
  if (blocking || !first || !last) throw new DomainError('rule_broken', blocking?.sentence ?? 'Nothing was charged on these dates.')
  const clinic = getClinic(db)
  return freezeCasePaper(services, {
    kind: 'claim-form',
    patientId: range.patientId,
    episodeId: range.episodeId,
    from: first.serviceOn,
    to: last.serviceOn,
    total: sumCents(source.visits.flatMap(visit => visit.lines.map(({ charge }) => charge))),
    invoiceIds: source.visits.map(({ invoiceId }) => invoiceId),
    paperSize: clinic.paperSize,
    compose: issue => composeClaimForm(source, { ...issue, logo: clinic.logo }),
  })
}
