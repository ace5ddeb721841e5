import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { paperName } from '../../shared/documents/paper-name.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DocumentId } from '../../shared/lib/ids.ts'
import { refuseClinicFile } from '../app/paths.ts'
import type { Services } from '../app/services.ts'
import { putInPlace } from '../data/put-in-place.ts'
import { statement } from '../db/statement.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { drawFrozen } from './draw-frozen.ts'
import { findFrozenPaper, getDocument } from './repository.ts'
import { type NamedPatient, superbillFileName } from './superbill-file-name.ts'

/** Opens a paper in the system’s viewer, where it is printed. The file lies in the clinic’s papers folder until the next start. */
export async function openDocument(services: Services, documentId: DocumentId): Promise<{ path: string }> {
  return openPaper(services, await drawDocument(services, documentId))
}

/** Puts a drawn paper into the clinic’s papers folder and opens it in the system’s viewer. */
export async function openPaper(services: Services, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<{ path: string }> {
  const folder = join(services.dataDir, 'papers')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  writePaper(path, bytes)
  await services.desktop.openFile(path)
  return { path }
}

/** Asks where to save a paper and writes it there, whole or not at all. Null when cancelled. Throws `conflict` for a file of the clinic. */
export async function saveDocumentAs(services: Services, documentId: DocumentId): Promise<{ path: string } | null> {
  const { name, bytes } = await drawDocument(services, documentId)
  const path = await services.desktop.chooseSavePath(name)
  if (path === undefined) return null
  refuseClinicFile(path)
  writePaper(path, bytes)
  return { path }
}

async function drawDocument(services: Services, documentId: DocumentId): Promise<{ name: string; bytes: Uint8Array }> {
  const document = getDocument(services.db, documentId)
  const frozen = findFrozenPaper(services.db, documentId)
  const patient = statement<{ id: string }, NamedPatient>(
    services.db,
    'SELECT last_name AS lastName, first_name AS firstName, chart_number AS chartNumber FROM patients WHERE id = :id',
  ).get({ id: document.patientId })
  if (!frozen || !patient) throw new DomainError('not_found', 'That paper is not in the records.')
  return { name: nameOf(services, document, patient), bytes: await drawFrozen(services.resourcesDir, frozen) }
}

function nameOf({ db }: Services, document: IssuedDocument, patient: NamedPatient): string {
  if (document.kind === 'superbill') return superbillFileName(getBillingRules(db).superbillFileName, document, patient)
  const number = document.version > 1 ? `${document.number} v${document.version}` : document.number
  return paperName(number, patient.lastName, patient.firstName)
}

// A viewer may have the last print open: then a new name is not needed on Linux and macOS, and Windows says so in words.
function writePaper(path: string, bytes: Uint8Array) {
  const temporary = join(dirname(path), `.${basename(path)}.part`)
  try {
    writeFileSync(temporary, bytes, { mode: 0o600 })
    putInPlace(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
