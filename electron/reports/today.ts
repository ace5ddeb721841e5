import { wallTimeOf } from '../../shared/lib/dates.ts'
import type { Today } from '../../shared/reports/schema.ts'
import type { Services } from '../app/services.ts'
import { listAppointments } from '../appointments/repository.ts'
import { getClinic } from '../practice/repository.ts'
import { backupItems, balanceItems, type Moment, prescriptionAndLetterItems, visitItems } from './attention.ts'
import { clearanceItems } from './clearance-items.ts'
import { lastBackupAt, receivedOn } from './repository.ts'

/** What must be done now: today’s visits in order of time, and what waits, in the order it is worked off. */
export function today({ db, clock }: Services): Today {
  const { timeZone, closesAt } = getClinic(db)
  const day = clock.today()
  const moment: Moment = { today: day, now: wallTimeOf(clock.now(), timeZone), timeZone }
  const visits = listAppointments(db, { from: day, to: day, practitionerId: null }, day)
  return {
    day,
    visits,
    closedBecause: '',
    blocks: [],
    missing: [],
    fits: [],
    attention: [
      ...visitItems(db, moment),
      ...balanceItems(db, visits, moment),
      ...clearanceItems(db, day),
      ...prescriptionAndLetterItems(db, moment),
      ...backupItems(db, moment),
    ],
    receivedToday: receivedOn(db, day),
    closesAt,
    lastBackupAt: lastBackupAt(db),
  }
}
