import { addMinutes, atTime, formatTime, localDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type PatientId, WaitlistId } from '../../shared/lib/ids.ts'
import type { Offer, WaitlistEntry, WaitlistFields } from '../../shared/waitlist/schema.ts'
import { isSameWish } from '../../shared/waitlist/suits.ts'
import { wishWords } from '../../shared/waitlist/words.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { getVisitType } from '../practice/visit-types-repository.ts'
import { listCalendarPractitioners } from '../schedule/repository.ts'
import { getEntry } from './entries.ts'
import { closeWaiting, getWaiting, isEpisodeOf, listWaiting, reopenWaiting, standingOf, writeOffer, writeWaiting } from './repository.ts'

type ById = { readonly id: WaitlistId }

/**
 * Puts a patient on the waitlist, or changes what they wait for. Throws `conflict` where they already wait for the same, `rule_broken` for a patient,
 * practitioner or visit type that cannot be booked or a wish that no time could meet, `not_found` for records that are not there.
 */
export function save(services: Services, { id, fields }: { readonly id: WaitlistId | null; readonly fields: WaitlistFields }): WaitlistEntry {
  const { db, clock, newId } = services
  return transaction(db, () => {
    const before = id === null ? null : getWaiting(db, id)
    if (before && before.patientId !== fields.patientId)
      throw new DomainError('rule_broken', `This is ${before.patientName}’s place on the waitlist. Add the other patient on their own.`)
    refuseWish(fields, clock.today())
    refuseRecords(db, fields, before)
    refuseTwice(db, fields, id)
    const saved = id ?? WaitlistId.parse(newId())
    writeWaiting(db, { ...fields, id: saved, addedAt: before?.addedAt ?? clock.now() })
    return getEntry(services, saved)
  })
}

function refuseWish({ minutes, fromTime, toTime, latestOn }: WaitlistFields, today: string) {
  const day = localDate('2026-01-01')
  if (fromTime !== null && toTime !== null && addMinutes(atTime(day, fromTime), minutes) > atTime(day, toTime))
    throw invalid('toTime', `${minutes} minutes do not fit between ${formatTime(atTime(day, fromTime))} and ${formatTime(atTime(day, toTime))}.`)
  if (latestOn !== null && latestOn < today) throw invalid('latestOn', 'Choose a last day from today on.')
}

const invalid = (field: string, sentence: string) => new DomainError('invalid_input', sentence, { [`fields.${field}`]: sentence })

/** Refuses a patient who cannot be booked. Returns their name. */
function refusePatient(db: Database, patientId: PatientId): string {
  const standing = standingOf(db, patientId)
  if (!standing) throw new DomainError('not_found', 'That patient is no longer in the records.')
  if (standing.isDeceased) throw new DomainError('rule_broken', `${standing.name} has died and is not offered visits.`)
  if (standing.isArchived) throw new DomainError('rule_broken', 'This patient is archived. Put the chart back on the active list first.')
  return standing.name
}

// What an entry already named may stay, also where it is no longer offered: the rest of the entry can still be changed.
function refuseRecords(db: Database, fields: WaitlistFields, before: WaitlistFields | null) {
  refusePatient(db, fields.patientId)
  if (fields.episodeId !== null && !isEpisodeOf(db, fields.episodeId, fields.patientId))
    throw new DomainError('not_found', 'That episode does not belong to this patient. Choose another one.')
  if (fields.practitionerId !== null && fields.practitionerId !== before?.practitionerId) {
    const practitioner = listCalendarPractitioners(db).find(({ id }) => id === fields.practitionerId)
    if (!practitioner) throw new DomainError('not_found', 'That practitioner is no longer in the records.')
    if (!practitioner.isActive) throw new DomainError('rule_broken', `${practitioner.name} no longer takes visits. Choose another practitioner.`)
  }
  if (fields.visitTypeId === null || fields.visitTypeId === before?.visitTypeId) return
  const type = getVisitType(db, fields.visitTypeId)
  if (!type.isActive) throw new DomainError('rule_broken', `“${type.name}” is no longer offered. Choose another visit type.`)
}

function refuseTwice(db: Database, fields: WaitlistFields, id: WaitlistId | null) {
  const same = listWaiting(db).find(other => other.id !== id && isSameWish(other, fields))
  if (same) throw new DomainError('conflict', `${same.patientName} already waits for this: ${wishWords(same)}. Change that entry instead.`)
}

/** Takes somebody off the waitlist without booking. Throws `not_found` where they no longer wait. */
export function remove({ db, clock }: Services, { id, reason }: ById & { readonly reason: string }): Record<string, never> {
  closeWaiting(db, { id, at: clock.now(), appointmentId: null, reason })
  return {}
}

/** Puts somebody back who was taken off, in their old place. Throws as `save` where they can no longer wait, or wait anew. */
export function restore(services: Services, { id }: ById): WaitlistEntry {
  const { db } = services
  return transaction(db, () => {
    reopenWaiting(db, id)
    const waiting = getWaiting(db, id)
    refusePatient(db, waiting.patientId)
    refuseTwice(db, waiting, id)
    return getEntry(services, id)
  })
}

/** Keeps that a time was offered and what the patient said; a time they refused is not offered again. Throws `not_found` where they no longer wait. */
export function recordOffer(services: Services, { id, startsAt, answer }: ById & Pick<Offer, 'startsAt' | 'answer'>): WaitlistEntry {
  const { db, clock } = services
  getWaiting(db, id)
  writeOffer(db, id, { startsAt, answer, offeredAt: clock.now() })
  return getEntry(services, id)
}
