import type { attachmentsRequests } from '../../shared/attachments/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { attach, putBack } from './attach.ts'
import { openAttachment } from './open-attachment.ts'
import { getAttachment, listAttachments, setRemoved } from './repository.ts'

/** Answers about scans kept with the clinic. */
export const attachmentsHandlers: Handlers<keyof typeof attachmentsRequests> = {
  'attachments.list': ({ db }, { patientId }) => listAttachments(db, patientId),
  'attachments.attach': attach,
  'attachments.open': (services, { attachmentId }) => openAttachment(services, attachmentId),
  'attachments.remove': ({ db, clock }, { attachmentId }) => {
    setRemoved(db, getAttachment(db, attachmentId).id, clock.now())
    return {}
  },
  'attachments.putBack': putBack,
}
