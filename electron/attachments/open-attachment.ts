import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AttachmentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { findAttachmentContent } from './repository.ts'

/** Opens a scan in the system’s viewer. The copy lies in the clinic’s papers folder, readable by its owner alone, until Myodesk closes or starts again. */
export async function openAttachment({ db, dataDir, desktop }: Services, attachmentId: AttachmentId): Promise<{ path: string }> {
  const found = findAttachmentContent(db, attachmentId)
  if (!found) throw new DomainError('not_found', 'That scan is no longer on the chart.')
  // A folder of its own: two scans may have the same name.
  const folder = join(dataDir, 'papers', attachmentId)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, found.name)
  if (!existsSync(path) || !readFileSync(path).equals(found.content)) write(path, found.content)
  await desktop.openFile(path)
  return { path }
}

// A viewer may hold the last copy open: it is left alone while it is the same.
function write(path: string, content: Uint8Array) {
  writeFileSync(`${path}.part`, content, { mode: 0o600 })
  renameSync(`${path}.part`, path)
}
