import type { AppointmentFields, BookingWarning } from '../../shared/appointments/schema.ts'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import type { Slot } from './slot.ts'

type Warnings = readonly BookingWarning[]
type Ask = (fields: AppointmentFields) => Promise<Warnings>

/** Waits so long for the pointer to rest before asking, in milliseconds. */
const REST_MS = 30

/** Asks what speaks against the places a drag passes: one question at a time, each place once. */
export type DragChecks = {
  /** Says what is known of a place now or soon, through `onAnswer`; places passed over meanwhile are not asked about. */
  readonly want: (place: Slot) => void
  /** The answer for a place, asked at once where it is not known yet. Rejects where the question itself failed. */
  readonly settle: (place: Slot) => Promise<Warnings>
  readonly stop: () => void
}

const keyOf = (place: Slot) => `${place.startsAt} ${place.minutes} ${place.practitionerId ?? ''} ${place.roomId ?? ''}`

/** A visit at another place, as a booking is asked about. The remark speaks for and against nothing. */
export function fieldsAt(visit: CalendarVisit, place: Slot): AppointmentFields {
  return {
    patientId: visit.patientId,
    episodeId: visit.episodeId,
    practitionerId: place.practitionerId ?? visit.practitionerId,
    startsAt: place.startsAt,
    minutes: place.minutes,
    remark: '',
    roomId: place.roomId,
    visitTypeId: visit.visitTypeId,
    bufferMinutes: visit.bufferMinutes,
  }
}

/** Begins asking for one drag. The answers are forgotten with it, so nothing old is ever said. */
export function createDragChecks(visit: CalendarVisit, ask: Ask, onAnswer: (warnings: Warnings) => void): DragChecks {
  const known = new Map<string, Warnings>()
  let wanted: Slot | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let isStopped = false

  const learn = async (place: Slot): Promise<Warnings> => {
    const before = known.get(keyOf(place))
    if (before) return before
    const answer = await ask(fieldsAt(visit, place))
    known.set(keyOf(place), answer)
    return answer
  }
  const askNext = async () => {
    timer = undefined
    const place = wanted
    if (!place || isAsking || isStopped) return
    wanted = null
    isAsking = true
    const answer = await learn(place).catch(() => undefined)
    isAsking = false
    if (isStopped) return
    if (wanted) timer = setTimeout(() => void askNext(), REST_MS)
    else if (answer) onAnswer(answer)
  }
  return {
    want: place => {
      const answer = known.get(keyOf(place))
      wanted = answer ? null : place
      if (answer) onAnswer(answer)
      else if (!isAsking && timer === undefined) timer = setTimeout(() => void askNext(), REST_MS)
    },
    settle: learn,
    stop: () => {
      isStopped = true
      if (timer !== undefined) clearTimeout(timer)
    },
  }
}
