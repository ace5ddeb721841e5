import type { Attachment } from '../../shared/attachments/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { AttachmentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient } from '../patients/repository.ts'
import { readScan, type Scan } from './read-scan.ts'
import { belongsToPatient, findSameContent, getAttachment, insertAttachment, setRemoved, sha256Of } from './repository.ts'

type Input = Parsed<'attachments.attach'>

const THINGS = {
  prescription: 'prescription',
  clearance: 'clearance',
  intake: 'health history',
  reply: 'letter',
  other: 'episode',
} as const satisfies Record<Input['kind'], string>

/**
 * Asks for a file and keeps a copy inside the encrypted clinic file. Null when cancelled. Throws `not_found`, `conflict` when the same file is
 * there already, and `invalid_input` or `storage` with what is wrong with the file.
 */
export async function attach(services: Services, input: Input): Promise<Attachment | null> {
  refuseStranger(services, input)
  const path = await services.desktop.chooseFile('Attach a PDF, JPEG or PNG', ['pdf', 'jpg', 'jpeg', 'png'])
  if (path === undefined) return null
  const scan = await readScan(path)
  return transaction(services.db, () => keep(services, input, scan))
}

function refuseStranger({ db }: Services, { patientId, kind, refId }: Input) {
  getPatient(db, patientId)
  if (refId !== null && !belongsToPatient(db, { patientId, kind, refId }))
    throw new DomainError('not_found', `That ${THINGS[kind]} is no longer on this patient’s chart. Nothing was attached.`)
}

function keep(services: Services, input: Input, scan: Scan): Attachment {
  const { db, clock, newId, person } = services
  // The dialog may stand open for long: what the scan belongs to can be gone by now.
  refuseStranger(services, input)
  const same = findSameContent(db, { ...input, sha256: scan.sha256 })
  if (same) throw new DomainError('conflict', `This file is attached already, as “${same.name}”.`)
  const id = AttachmentId.parse(newId())
  insertAttachment(db, { id, ...input, ...scan, addedOn: clock.today(), addedBy: person.name })
  return getAttachment(db, id)
}

/** Puts a removed scan back on the chart. Throws `not_found`, and `conflict` when the same file was attached again meanwhile. */
export function putBack({ db }: Services, { attachmentId }: Parsed<'attachments.putBack'>): Attachment {
  const scan = getAttachment(db, attachmentId)
  const same = findSameContent(db, { ...scan, sha256: sha256Of(db, attachmentId) })
  if (same && same.id !== attachmentId) throw new DomainError('conflict', `This file was attached again meanwhile, as “${same.name}”.`)
  setRemoved(db, attachmentId, null)
  return getAttachment(db, attachmentId)
}
