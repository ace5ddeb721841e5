import { paperName } from '../../shared/documents/paper-name.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DocumentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { getPatient } from '../patients/repository.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { ClaimFormPaper } from './claim-form-pdf.ts'
import { drawFrozen } from './draw-frozen.ts'
import { openDocument, openPaper } from './open-document.ts'
import { findFrozenPaper, getDocument } from './repository.ts'

/**
 * Opens a claim: as the sheet to copy from, or as words for ready-made forms, moved as the clinic’s printer needs it.
 * Throws `not_found`; `rule_broken` for another kind of paper, or an offset off the paper.
 */
export async function openClaimForm(
  services: Services,
  { documentId, form }: { documentId: DocumentId; form: 'sheet' | 'overlay' },
): Promise<{ path: string }> {
  const { db } = services
  const document = getDocument(db, documentId)
  if (document.kind !== 'claim-form') throw new DomainError('rule_broken', `${document.number} is not a claim form.`)
  if (form === 'sheet') return openDocument(services, documentId)
  const frozen = findFrozenPaper(db, documentId)
  if (!frozen) throw new DomainError('not_found', 'That paper is not in the records.')
  const overlay = getBillingRules(db).claimFormOffset
  const paper = { ...ClaimFormPaper.parse(frozen.paper), overlay }
  const bytes = await drawFrozen(services.resourcesDir, { ...frozen, paperSize: 'letter', paper })
  const { lastName, firstName } = getPatient(db, document.patientId)
  return openPaper(services, { name: paperName(`${document.number} on forms`, lastName, firstName), bytes })
}
