import { composeLetter } from '../../shared/documents/compose-letter.ts'
import { visitsObstacle } from '../../shared/documents/superbill-obstacle.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { AppointmentId, LetterId, PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { findAttachmentContent } from '../attachments/repository.ts'
import { statement } from '../db/statement.ts'
import { getClinic } from '../practice/repository.ts'
import { chargedVisits } from './charged-visits.ts'
import { checkOutPaper, readAhead } from './check-out-paper.ts'
import { claimPreview } from './claim-form-preview.ts'
import { drawFrozen } from './draw-frozen.ts'
import { estimatePreview } from './estimate-preview.ts'
import { loadLetterSource } from './letter-source.ts'
import { getStoredLetter } from './letters-repository.ts'
import { draftSuperbill } from './preview-superbill.ts'
import { type FrozenPaper, findFrozenPaper } from './repository.ts'

/**
 * The PDF behind an address under app://clinic/: an issued paper, a scan kept with the clinic, or a preview of a superbill, a check-out,
 * an estimate, a claim or a letter as it would be now.
 * Undefined for anything else, and where there is nothing to draw yet.
 */
export async function readPaper(services: Services, path: string): Promise<Uint8Array | undefined> {
  const [, attachment, extension] = /^papers\/attachment\/([\w-]{1,120})\.(pdf|png|jpg)$/.exec(path) ?? []
  if (attachment !== undefined) return scanContent(services, attachment, `.${extension}`)
  const [, folder, name] = /^papers\/(document|superbill|check-out|letter|estimate|claim-sheet|claim-overlay)\/([\w-]{1,1000})\.pdf$/.exec(path) ?? []
  if (folder === undefined || name === undefined) return undefined
  const paper = paperAt(services, folder, name)
  return paper && (await drawFrozen(services.resourcesDir, paper))
}

// The window is told the type by the ending, so the ending must be the scan’s own.
function scanContent({ db }: Services, id: string, ending: string): Uint8Array | undefined {
  const scan = findAttachmentContent(db, id)
  return scan?.name.endsWith(ending) ? scan.content : undefined
}

function paperAt(services: Services, folder: string, name: string): FrozenPaper | undefined {
  if (folder === 'document') return findFrozenPaper(services.db, name)
  if (folder === 'superbill') return superbillPreview(services, name)
  if (folder === 'estimate') return estimatePreview(services, name)
  if (folder === 'claim-sheet' || folder === 'claim-overlay') return claimPreview(services, folder === 'claim-sheet' ? 'sheet' : 'overlay', name)
  return folder === 'letter' ? letterPaper(services, name) : checkOutPreview(services, name)
}

function superbillPreview({ db, clock }: Services, name: string): FrozenPaper | undefined {
  const [patient, from, to] = name.split('_')
  const [patientId, first, last] = [PatientId.safeParse(patient), LocalDate.safeParse(from), LocalDate.safeParse(to)]
  if (!patientId.success || !first.success || !last.success) return undefined
  const visits = chargedVisits(db, { patientId: patientId.data, from: first.data, to: last.data })
  if (visitsObstacle(visits) !== null) return undefined
  return { kind: 'superbill', paper: draftSuperbill(db, visits, clock.today()), paperSize: getClinic(db).paperSize, issuedAt: clock.now() }
}

function letterPaper({ db, clock }: Services, name: string): FrozenPaper | undefined {
  const id = LetterId.safeParse(name)
  const isKept = id.success && statement<{ id: string }, unknown>(db, 'SELECT 1 FROM letters WHERE id = :id').get({ id: name }) !== undefined
  if (!isKept) return undefined
  const { documentId, episodeId, wording } = getStoredLetter(db, id.data)
  if (documentId !== null) return findFrozenPaper(db, documentId)
  const source = loadLetterSource(db, episodeId, clock.today())
  return { kind: 'progress-letter', paper: composeLetter(source, wording, null), paperSize: source.clinic.paperSize, issuedAt: clock.now() }
}

function checkOutPreview(services: Services, name: string): FrozenPaper | undefined {
  const [visit, ...ahead] = name.split('_')
  const id = AppointmentId.safeParse(visit)
  const paper = id.success ? checkOutPaper(services, id.data, readAhead(ahead)) : null
  return paper ? { kind: 'superbill', paper, paperSize: getClinic(services.db).paperSize, issuedAt: services.clock.now() } : undefined
}
