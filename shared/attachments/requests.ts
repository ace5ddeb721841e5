import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { AttachmentId, PatientId } from '../lib/ids.ts'
import { Attachment, AttachmentKind } from './schema.ts'

const ById = z.strictObject({ attachmentId: AttachmentId })

/** Scans and pictures kept with the clinic: PDF, JPEG or PNG up to 20 MB. */
export const attachmentsRequests = {
  'attachments.list': query('front-desk', z.strictObject({ patientId: PatientId }), z.array(Attachment)),
  /** Asks for a file and keeps a copy. Null when cancelled. Refused when it is empty, too big, or not what its kind of file should be. */
  'attachments.attach': command(
    'front-desk',
    z.strictObject({ patientId: PatientId, kind: AttachmentKind, refId: z.uuid().nullable() }),
    Attachment.nullable(),
  ),
  /** Opens the file in the system’s viewer. */
  'attachments.open': command('front-desk', ById, z.strictObject({ path: z.string() })),
  /** Takes it off the chart; it is kept, marked as removed, and can be put back. */
  'attachments.remove': command('front-desk', ById, z.strictObject({})),
  'attachments.putBack': command('front-desk', ById, Attachment),
} as const satisfies Record<string, Endpoint>
