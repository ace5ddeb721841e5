import { z } from 'zod'
import { VisitMinutes } from '../appointments/schema.ts'
import { ClockTime, Instant, LocalDate, LocalDateTime } from '../lib/dates.ts'
import { EpisodeId, PatientId, PractitionerId, VisitTypeId, WaitlistId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'

/** Somebody who wants an earlier or any visit, and when they could come. Null and empty mean “any”. */
export const WaitlistFields = z
  .strictObject({
    patientId: PatientId,
    episodeId: EpisodeId.nullable(),
    practitionerId: PractitionerId.nullable(),
    visitTypeId: VisitTypeId.nullable(),
    minutes: VisitMinutes,
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    fromTime: ClockTime.nullable(),
    toTime: ClockTime.nullable(),
    earliestOn: LocalDate.nullable(),
    latestOn: LocalDate.nullable(),
    remark: optionalLine(200),
  })
  .refine(({ fromTime, toTime }) => fromTime === null || toTime === null || fromTime < toTime, { path: ['toTime'], message: 'Choose an end after the start.' })
  .refine(({ earliestOn, latestOn }) => earliestOn === null || latestOn === null || earliestOn <= latestOn, {
    path: ['latestOn'],
    message: 'Choose a last day on or after the first.',
  })
export type WaitlistFields = z.infer<typeof WaitlistFields>

/** A time that was offered, and what came back. */
export const Offer = z.strictObject({ startsAt: LocalDateTime, offeredAt: Instant, answer: z.enum(['waiting', 'no', 'no-answer']) })
export type Offer = z.infer<typeof Offer>

export const WaitlistEntry = WaitlistFields.safeExtend({
  id: WaitlistId,
  patientName: z.string(),
  phone: z.string(),
  practitionerName: z.string(),
  addedOn: LocalDate,
  offers: z.array(Offer),
  /** “60 min, any afternoon”, “60 min, Thu or Fri”, “75 min, mornings before 10:00” */
  words: z.string(),
  /** The first free time in the next two weeks that suits; null where none does. Asked for a freed time: that one. */
  fits: z.strictObject({ startsAt: LocalDateTime, practitionerId: PractitionerId, words: z.string() }).nullable(),
})
export type WaitlistEntry = z.infer<typeof WaitlistEntry>
