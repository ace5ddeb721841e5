import type { claimPaperRequests } from '../../shared/documents/claim-form-requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { claimStart } from './claim-form-start.ts'
import { issueAttendanceLetter, issueAttendanceLog } from './issue-attendance.ts'
import { issueClaimForm, previewClaimForm } from './issue-claim-form.ts'
import { issueRecordsPacket } from './issue-records-packet.ts'
import { openCalibrationPage } from './open-calibration.ts'
import { openClaimForm } from './open-claim-form.ts'
import { openDisclosures } from './records-packet-disclosures.ts'
import { recordsChoice } from './records-packet-load.ts'

/** Answers about papers of auto and work cases. */
export const claimPaperHandlers: Handlers<keyof typeof claimPaperRequests> = {
  'documents.claimStart': claimStart,
  'documents.previewClaimForm': previewClaimForm,
  'documents.issueClaimForm': issueClaimForm,
  'documents.openClaimForm': openClaimForm,
  'documents.openCalibrationPage': openCalibrationPage,
  'documents.issueAttendanceLog': issueAttendanceLog,
  'documents.issueAttendanceLetter': issueAttendanceLetter,
  'documents.previewRecordsPacket': ({ db, clock }, days) => recordsChoice(db, days, clock.today()),
  'documents.issueRecordsPacket': issueRecordsPacket,
  'documents.openDisclosures': openDisclosures,
}
