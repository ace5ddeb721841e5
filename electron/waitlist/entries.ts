import { dayOf, wallTimeOf } from '../../shared/lib/dates.ts'
import type { WaitlistId } from '../../shared/lib/ids.ts'
import type { WaitlistEntry } from '../../shared/waitlist/schema.ts'
import type { FreedTime } from '../../shared/waitlist/suits.ts'
import { fitsWords, wishWords } from '../../shared/waitlist/words.ts'
import type { Services } from '../app/services.ts'
import { clinicTimes } from '../schedule/repository.ts'
import { fitsOf, type WaitingFit, whoCanTake } from './fits-repository.ts'
import { getWaiting, listWaiting } from './repository.ts'

type Reading = Pick<Services, 'db' | 'clock'>

function momentOf({ db, clock }: Reading) {
  const { timeZone } = clinicTimes(db)
  return { today: clock.today(), now: wallTimeOf(clock.now(), timeZone), timeZone }
}

type Fit = { readonly waiting: WaitingFit['waiting']; readonly fit: Pick<FreedTime, 'startsAt' | 'practitionerId'> | null }

function toEntry({ waiting, fit }: Fit, { today, timeZone }: ReturnType<typeof momentOf>): WaitlistEntry {
  const { addedAt, bufferMinutes: _, ...rest } = waiting
  return {
    ...rest,
    addedOn: dayOf(wallTimeOf(addedAt, timeZone)),
    words: wishWords(waiting),
    fits: fit && { startsAt: fit.startsAt, practitionerId: fit.practitionerId, words: fitsWords(fit.startsAt, today) },
  }
}

/** Everybody who waits, longest first, each with the first free time in the next two weeks that suits. */
export function listEntries(services: Reading): WaitlistEntry[] {
  const moment = momentOf(services)
  return fitsOf(services.db, listWaiting(services.db), moment).map(fit => toEntry(fit, moment))
}

/** One entry as the list shows it. Throws `not_found`. */
export function getEntry(services: Reading, id: WaitlistId): WaitlistEntry {
  const moment = momentOf(services)
  const [found] = fitsOf(services.db, [getWaiting(services.db, id)], moment)
  return toEntry(found ?? { waiting: getWaiting(services.db, id), fit: null }, moment)
}

/** Who could take a time that became free, longest waiting first; `fits` says that time. */
export function whoFits(services: Reading, freed: FreedTime): WaitlistEntry[] {
  const moment = momentOf(services)
  return whoCanTake(services.db, freed, moment).map(waiting => toEntry({ waiting, fit: freed }, moment))
}
