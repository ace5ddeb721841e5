import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { AttachmentId, PatientId } from '../lib/ids.ts'

/** What a scan is of. */
export const AttachmentKind = z.enum(['prescription', 'clearance', 'intake', 'reply', 'other'])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** The most an attached file may weigh: 20 MB. */
export const LARGEST_ATTACHMENT = 20 * 1024 * 1024

/** A scan or picture kept inside the encrypted clinic file. `refId` is the prescription, clearance or letter it belongs to. */
export const Attachment = z.strictObject({
  id: AttachmentId,
  patientId: PatientId,
  kind: AttachmentKind,
  refId: z.uuid().nullable(),
  name: z.string(),
  /** Told by the content, never by the name. */
  mediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  bytes: z.int().positive(),
  addedOn: LocalDate,
  addedBy: z.string(),
  /** Relative URL under app://clinic/, such as `papers/attachment/<id>.pdf`. */
  path: z.string(),
})
export type Attachment = z.infer<typeof Attachment>
