import type { Region } from '../body-chart/regions.ts'
import type { GateContext } from '../health/gate.ts'
import type { HealthHistory } from '../health/schema.ts'
import { dayOf } from '../lib/dates.ts'
import type { DueMeasure } from '../outcomes/schema.ts'
import type { Session } from './schema.ts'

/**
 * What a note is judged against: regions of the prescription or episode (empty where neither names any), the minutes that were booked, the patient’s
 * health and clearances on the day of service, the clinic’s limits, and the questionnaires due.
 */
export type SigningContext = GateContext & {
  readonly allowedRegions: readonly Region[]
  readonly bookedMinutes: number
  readonly history: HealthHistory | null
  readonly measuresDue: readonly DueMeasure[]
}

/** What a visit’s note is judged against, on the screen and in the records alike. */
export function signingContext(session: Pick<Session, 'appointment' | 'allowedRegions' | 'health' | 'clearances' | 'rules' | 'measuresDue'>): SigningContext {
  const { appointment, allowedRegions, health, clearances, rules, measuresDue } = session
  return {
    on: dayOf(appointment.startsAt),
    allowedRegions,
    bookedMinutes: appointment.minutes,
    history: health?.history ?? null,
    clearances,
    rules,
    measuresDue,
  }
}
