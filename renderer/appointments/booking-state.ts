import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AppointmentFields, VisitMinutes } from '../../shared/appointments/schema.ts'
import { clockOf, dayOf } from '../../shared/lib/dates.ts'
import { type PatientId, type PractitionerId, RoomId, VisitTypeId, type WaitlistId } from '../../shared/lib/ids.ts'
import type { FreeTime } from '../../shared/schedule/schema.ts'
import type { WaitlistEntry } from '../../shared/waitlist/schema.ts'
import { ask } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import { type KeptDraft, useKeptDraft } from '../lib/kept-draft.ts'
import { wallNow } from '../ui/clock.ts'
import { offeredTimes, searchOf, startOf, usualMinutes, usualVisitType } from './booking-choice.ts'
import { BLANK_BOOKING, type BookingDraft, NONE } from './booking-draft.ts'
import type { Slot } from './slot.ts'

const SHOWN_TIMES = 5

/** What a booking begins with: a time of the calendar, a patient, somebody who waits. */
export type BookingStart = { slot: Slot | null; patientId: PatientId | null; waitlistId: WaitlistId | null }

/** The time that somebody waiting was offered and has not answered yet. */
function offeredSlot(entry: WaitlistEntry): Slot | null {
  const offer = entry.offers.find(one => one.answer === 'waiting')
  if (!offer) return null
  const practitionerId = entry.fits?.startsAt === offer.startsAt ? entry.fits.practitionerId : entry.practitionerId
  return { startsAt: offer.startsAt, minutes: entry.minutes, practitionerId, roomId: null }
}

/** Who is booked: chosen here, given by the screen before, or the one who waits. */
function useWho(draft: BookingDraft, { patientId, waitlistId }: BookingStart) {
  const waiting = useQuery(askWhen('waitlist.list', waitlistId && {}))
  const entry = waiting.data?.find(one => one.id === waitlistId) ?? null
  const givenId = patientId ?? entry?.patientId ?? null
  const given = useQuery(askWhen('patients.getHeader', draft.patient || draft.person || !givenId ? null : { patientId: givenId }))
  const header = given.data ? { id: given.data.id, name: given.data.name } : null
  return { who: draft.patient ?? (draft.person ? null : header), entry, isAskingWho: waiting.isLoading || given.isLoading }
}

type WantedTime = { patientId: PatientId | null; visitTypeId: VisitTypeId | null; minutes: number; bufferMinutes: number }

/** Free times under the filters, the patient’s usual one first where nothing narrows the search. */
function useOffered(draft: BookingDraft, wanted: WantedTime, practitioners: readonly { id: PractitionerId; legalName: string }[]) {
  const suggestion = useQuery(askWhen('appointments.suggestNext', wanted.patientId && { patientId: wanted.patientId }))
  const isNarrowed = draft.find !== BLANK_BOOKING.find && JSON.stringify(draft.find) !== JSON.stringify(BLANK_BOOKING.find)
  const isLength = VisitMinutes.safeParse(wanted.minutes).success
  const free = useQuery({
    ...askWhen('schedule.findFree', isLength ? { ...wanted, ...searchOf(draft.find, wallNow()), roomId: null, count: SHOWN_TIMES } : null),
    placeholderData: keepPreviousData,
  })
  const nameOf = (id: PractitionerId) => practitioners.find(one => one.id === id)?.legalName ?? ''
  const times = offeredTimes(isNarrowed ? null : (suggestion.data ?? null), free.data ?? [], nameOf).slice(0, SHOWN_TIMES)
  return { times, isAsking: (free.isPending && isLength) || suggestion.isLoading, error: free.error }
}

/** The new visit as it stands: what was chosen, and the usual for what was not. */
export function useBooking(start: BookingStart) {
  const draft: KeptDraft<BookingDraft> = useKeptDraft(BLANK_BOOKING, `new visit ${start.patientId ?? ''} ${start.waitlistId ?? ''}`)
  const chosen = draft.values
  const { who, entry, isAskingWho } = useWho(chosen, start)
  const visitTypes = useQuery(ask('practice.listVisitTypes', {}))
  const types = visitTypes.data ?? []
  const rooms = (useQuery(ask('practice.listRooms', {})).data ?? []).filter(room => room.isActive)
  const practitioners = (useQuery(ask('practice.listPractitioners', {})).data ?? []).filter(one => one.isActive)
  const known = useQuery(askWhen('episodes.list', who && { patientId: who.id }))
  const episodes = (known.data ?? []).filter(one => one.closedOn === null)
  const past = useQuery(askWhen('appointments.listOfPatient', who && { patientId: who.id }))

  const usual = types.find(one => one.id === entry?.visitTypeId) ?? usualVisitType(types, chosen.person ? [] : past.data)
  const type = chosen.visitTypeId === NONE ? null : (types.find(one => one.id === chosen.visitTypeId) ?? usual)
  const suggested = useQuery(askWhen('appointments.suggestNext', who && { patientId: who.id })).data ?? null
  const minutes = chosen.minutes ?? entry?.minutes ?? usualMinutes({ drawn: start.slot?.minutes ?? null, type, suggested: suggested?.minutes ?? null })
  const bufferMinutes = type?.bufferMinutes ?? 0
  const offered = useOffered(chosen, { patientId: who?.id ?? null, visitTypeId: type?.id ?? null, minutes, bufferMinutes }, practitioners)

  const given = start.slot ?? (entry ? offeredSlot(entry) : null)
  const base = chosen.pick ?? given ?? offered.times[0] ?? null
  const at = { day: chosen.day ?? (base ? dayOf(base.startsAt) : null), time: chosen.time ?? (base ? clockOf(base.startsAt) : null) }
  const startsAt = startOf(at.day, at.time)
  const named = chosen.practitionerId ?? base?.practitionerId ?? entry?.practitionerId ?? null
  const free = useFreeAt({ startsAt, minutes, bufferMinutes, practitionerId: named, patientId: who?.id ?? null, visitTypeId: type?.id ?? null })
  const practitionerId = named ?? free?.practitionerId ?? practitioners[0]?.id ?? null
  const isSettling = isAskingWho || visitTypes.isLoading || known.isLoading || past.isLoading || (startsAt === null && offered.isAsking)
  const roomId = chosen.roomId === NONE ? null : (chosen.roomId ?? base?.roomId ?? free?.roomId ?? rooms[0]?.id ?? null)
  const episodeId = chosen.episodeId === NONE ? null : (chosen.episodeId ?? entry?.episodeId ?? episodes[0]?.id ?? null)

  const fields = AppointmentFields.safeParse({
    patientId: who?.id,
    episodeId: who ? episodeId : null,
    practitionerId,
    startsAt,
    minutes,
    remark: chosen.remark,
    roomId: rooms.length > 0 ? (RoomId.safeParse(roomId).data ?? null) : null,
    visitTypeId: VisitTypeId.safeParse(type?.id).data ?? null,
    bufferMinutes,
  })
  return {
    draft,
    chosen,
    given,
    who,
    entry,
    types,
    rooms,
    practitioners,
    episodes,
    type,
    minutes,
    offered,
    at,
    startsAt,
    practitionerId,
    roomId,
    episodeId,
    fields,
    isSettling,
  }
}

/** The new visit as the parts of its panel see it. */
export type Booking = ReturnType<typeof useBooking>

type FreeAtSearch = {
  startsAt: AppointmentFields['startsAt'] | null
  minutes: number
  bufferMinutes: number
  practitionerId: AppointmentFields['practitionerId'] | null
  patientId: PatientId | null
  visitTypeId: VisitTypeId | null
}

/** Who and which room is free at just this time; null where nobody is. */
function useFreeAt({ startsAt, practitionerId, ...wanted }: FreeAtSearch): FreeTime | null {
  const isAsked = startsAt !== null && VisitMinutes.safeParse(wanted.minutes).success
  const found = useQuery(
    askWhen(
      'schedule.findFree',
      isAsked ? { ...wanted, practitionerId, roomId: null, weekdays: [], fromTime: null, toTime: null, after: startsAt, count: 1 } : null,
    ),
  )
  const first = found.data?.[0]
  return first && first.startsAt === startsAt ? first : null
}
