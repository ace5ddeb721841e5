import { z } from 'zod'
import { DisclosureFields } from '../claims/disclosure.ts'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { AppointmentId, DocumentId, EpisodeId, NoteId, PatientId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { optionalLine, prose } from '../lib/text.ts'
import { ClaimRemark, ClaimSheet, ClaimTyped, NOTHING_TYPED } from './claim-form.ts'
import { RecordsChoice } from './records-packet.ts'
import { IssuedDocument } from './schema.ts'

const Opened = z.strictObject({ path: z.string() })
const OfEpisode = z.strictObject({ episodeId: EpisodeId, from: LocalDate, to: LocalDate })
/** Which visits of whom a claim is made of, and what was typed for it. */
export const ClaimRange = OfEpisode.extend({ patientId: PatientId, typed: ClaimTyped.default(NOTHING_TYPED) })
export type ClaimRange = z.infer<typeof ClaimRange>

/** What a claim would hold, box by box, before it is issued; without boxes where it cannot be made. */
export const ClaimPreview = z.strictObject({
  visits: z.int(),
  /** Somebody else than the patient is insured: box 7 asks where they live. */
  isInsuredAnother: z.boolean(),
  remarks: z.array(ClaimRemark),
  boxes: z.array(z.strictObject({ box: z.string(), title: z.string(), value: z.string() })),
  sheets: z.array(ClaimSheet),
  total: Cents,
  paid: Cents,
  /** Where the paper lies as it would print now, to copy from and for ready-made forms; null where it cannot be made. */
  papers: z.strictObject({ sheet: z.string(), overlay: z.string() }).nullable(),
})
export type ClaimPreview = z.infer<typeof ClaimPreview>

/** Papers of auto and work cases: claim forms, attendance, records packets. */
export const claimPaperRequests = {
  /** What a new claim of a case begins with, from the claims made before it. */
  'documents.claimStart': query('front-desk', z.strictObject({ patientId: PatientId, episodeId: EpisodeId }), ClaimTyped),
  /** Both days included; visits of other episodes are left out. */
  'documents.previewClaimForm': query('front-desk', ClaimRange, ClaimPreview),
  'documents.issueClaimForm': command('front-desk', ClaimRange, IssuedDocument),
  /** `sheet`: to copy from. `overlay`: words alone, for ready-made forms, moved as the clinic’s printer needs it. */
  'documents.openClaimForm': command('front-desk', z.strictObject({ documentId: DocumentId, form: z.enum(['sheet', 'overlay']) }), Opened),
  /** Opens the page with which the offset of ready-made claim forms is measured. */
  'documents.openCalibrationPage': command('front-desk', z.strictObject({}), Opened),
  /** `tenthsOfMile`: the way there and back, claimed for every visit attended; null for none. */
  'documents.issueAttendanceLog': command(
    'front-desk',
    OfEpisode.extend({ tenthsOfMile: z.int().min(1, 'Enter the miles of one visit.').max(99_999, 'That is too far for a visit.').nullable() }),
    IssuedDocument,
  ),
  /** `namesCondition` needs a release of information on file. */
  'documents.issueAttendanceLetter': command(
    'front-desk',
    z.strictObject({
      episodeId: EpisodeId,
      appointmentIds: z.array(AppointmentId).min(1, 'Choose at least one visit.').max(40, 'A letter holds 40 visits. Print the attendance log instead.'),
      to: optionalLine(120),
      remark: prose(600),
      namesCondition: z.boolean(),
    }),
    IssuedDocument,
  ),
  'documents.previewRecordsPacket': query('clinical', OfEpisode, RecordsChoice),
  /** Freezes records for somebody outside the clinic as one paper, and notes on the list of disclosures that they went out. */
  'documents.issueRecordsPacket': command(
    'clinical',
    OfEpisode.extend({ documentIds: z.array(DocumentId).max(200), noteIds: z.array(NoteId).max(200), disclosure: DisclosureFields }),
    IssuedDocument,
  ),
  /** Opens the list of everybody who was given a patient’s records. */
  'documents.openDisclosures': command('front-desk', z.strictObject({ patientId: PatientId }), Opened),
} as const satisfies Record<string, Endpoint>
