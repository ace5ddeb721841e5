import { overlaps, takesTime } from '../../shared/appointments/overlap.ts'
import type { Appointment, AppointmentStatus } from '../../shared/appointments/schema.ts'
import { type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Today } from '../../shared/reports/schema.ts'
import { pausesOf } from '../../shared/schedule/pauses.ts'
import { isForEverybody } from '../../shared/schedule/working-time.ts'
import type { Services } from '../app/services.ts'
import { missingFor } from '../appointments/check-in-repository.ts'
import { listAppointments } from '../appointments/repository.ts'
import { receivedOn } from '../billing/payments-repository.ts'
import type { Database } from '../db/open.ts'
import { getClinic } from '../practice/repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { countWhoCanTake } from '../waitlist/fits-repository.ts'
import { backupItems, balanceItems, type Moment, prescriptionAndLetterItems, visitItems } from './attention.ts'
import { benefitItems } from './benefit-items.ts'
import { clearanceItems } from './clearance-items.ts'
import { inTheWayItems, reEvaluationItems, reminderItems, waitlistItems } from './desk-items.ts'
import { estimateItems } from './estimate-items.ts'
import { lastBackupAt } from './repository.ts'

/** Before the session begins, what is missing can still be asked for. */
const BEFORE_SESSION: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived']

/** What must be done now: today’s visits in order of time, and what waits, in the order it is worked off. */
export function today({ db, clock }: Services): Today {
  const { timeZone, closesAt } = getClinic(db)
  const day = clock.today()
  const moment: Moment = { today: day, now: wallTimeOf(clock.now(), timeZone), timeZone }
  const visits = listAppointments(db, { from: day, to: day, practitionerId: null }, day)
  const { days, blocks } = loadSchedule(db, day, day)
  return {
    day,
    visits,
    closedBecause: days[0]?.closedBecause ?? '',
    pauses: pausesOf(day, days[0]?.open ?? []).filter(pause => !blocks.some(block => isForEverybody(block) && overlaps(pause, block))),
    blocks: blocks.filter(block => !(block.isWholeDay && isForEverybody(block))),
    missing: missingOf(db, visits, day),
    fits: countWhoCanTake(db, freedOf(visits, moment), moment),
    attention: [
      ...visitItems(db, moment),
      ...balanceItems(db, visits, moment),
      ...reEvaluationItems(db, visits),
      ...inTheWayItems(db, moment),
      ...waitlistItems(db, moment),
      ...reminderItems(db, moment),
      ...estimateItems({ db, clock }),
      ...clearanceItems(db, day),
      ...benefitItems(db, day),
      ...prescriptionAndLetterItems(db, moment),
      ...backupItems(db, moment),
    ],
    receivedToday: cents(receivedOn(db, day)),
    closesAt: days[0]?.open.at(-1)?.to ?? closesAt,
    lastBackupAt: lastBackupAt(db),
  }
}

/** Visits that are off and whose time is still to come, unless somebody else took it since. */
function freedOf(visits: readonly Appointment[], { now }: Moment) {
  const isTaken = (one: Appointment) => visits.some(other => other.practitionerId === one.practitionerId && takesTime(other.status) && overlaps(one, other))
  return visits
    .filter(visit => !takesTime(visit.status) && visit.startsAt > now && !isTaken(visit))
    .map(({ id, startsAt, minutes, practitionerId }) => ({ appointmentId: id, startsAt, minutes, practitionerId }))
}

function missingOf(db: Database, visits: readonly Appointment[], day: LocalDate): Today['missing'] {
  const expected = visits.filter(({ status }) => BEFORE_SESSION.includes(status))
  return [...missingFor(db, expected, { day, today: day })].flatMap(([appointmentId, items]) => (items.length > 0 ? [{ appointmentId, items }] : []))
}
