import { composeClaimForm } from '../../shared/documents/claim-form-compose.ts'
import { claimObstacle } from '../../shared/documents/claim-form-missing.ts'
import { ClaimRange } from '../../shared/documents/claim-form-requests.ts'
import type { Services } from '../app/services.ts'
import { statement } from '../db/statement.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { loadClaim } from './claim-form-load.ts'
import type { FrozenPaper } from './repository.ts'

/** The addresses under which a claim is drawn as it would print now. What was typed for it stands in them. */
export function claimPreviewPaths(range: ClaimRange): { sheet: string; overlay: string } {
  const name = Buffer.from(JSON.stringify(range)).toString('base64url')
  return { sheet: `papers/claim-sheet/${name}.pdf`, overlay: `papers/claim-overlay/${name}.pdf` }
}

/** The claim behind such an address: the sheet to copy from, or the words for ready-made forms. Undefined where there is nothing to draw. */
export function claimPreview({ db, clock }: Services, form: 'sheet' | 'overlay', name: string): FrozenPaper | undefined {
  const range = ClaimRange.safeParse(readJson(Buffer.from(name, 'base64url').toString()))
  if (!range.success || !statement<{ id: string }, unknown>(db, 'SELECT 1 FROM patients WHERE id = :id').get({ id: range.data.patientId })) return undefined
  const source = loadClaim(db, range.data)
  if (claimObstacle(source.visits) !== null) return undefined
  const clinic = getClinic(db)
  const claim = composeClaimForm(source, { number: null, version: 1, replaces: null, issuedOn: clock.today(), logo: clinic.logo })
  const drawn = { kind: 'claim-form', issuedAt: clock.now() } as const
  if (form === 'sheet') return { ...drawn, paper: claim, paperSize: clinic.paperSize }
  return { ...drawn, paper: { ...claim, overlay: getBillingRules(db).claimFormOffset }, paperSize: 'letter' }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
