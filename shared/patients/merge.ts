import { z } from 'zod'
import { formatDate } from '../lib/dates.ts'
import { AlertId, HouseholdId, PatientId } from '../lib/ids.ts'
import { foldName } from './names.ts'
import { type Alert, AlertFields, Patient, PolicyFields } from './schema.ts'

/** A merge can be undone for so many days, the last one included. */
export const UNDO_DAYS = 30
/** More alerts than this are not read. */
export const MOST_ALERTS = 12

/** What belongs to a patient row by row and changes its owner in a merge. */
export const MOVED_TABLES = [
  'appointments',
  'attachments',
  'clearances',
  'consents',
  'disclosures',
  'documents',
  'episodes',
  'estimate_requests',
  'health_versions',
  'invoices',
  'ledger',
  'notes',
  'packages',
  'payments',
  'series',
  'submit_answers',
  'waitlist',
] as const
export type MovedTable = (typeof MOVED_TABLES)[number]

const Ids = z.array(z.uuid())
const Sequence = z.strictObject({ id: z.uuid(), sequence: z.int() })
const Joined = z.strictObject({ patientId: PatientId, householdId: HouseholdId.nullable() })

/** Every row that moved, and where it stood. */
export const MovedRows = z.strictObject({
  rows: z.record(z.enum(MOVED_TABLES), Ids),
  /** Numbers of the health versions of both charts before they were put in one order. */
  sequences: z.array(Sequence),
  /** Patients for whom the other chart paid. */
  paidFor: z.array(PatientId),
  /** Households before, of both charts and of everyone who moved house with them. */
  households: z.array(Joined),
})
export type MovedRows = z.infer<typeof MovedRows>

const KeptAlert = AlertFields.extend({ id: AlertId })
const ChartBefore = z.strictObject({ patient: Patient, policy: PolicyFields.nullable(), alerts: z.array(KeptAlert) })

/** Both charts before a merge, and the kept one after it: what differs from `after` was changed since. */
export const ChartsBefore = z.strictObject({ keep: ChartBefore, other: ChartBefore, after: ChartBefore })
export type ChartsBefore = z.infer<typeof ChartsBefore>
export type ChartBefore = z.infer<typeof ChartBefore>

const sameWords = (one: Alert, other: Alert) => foldName(one.text).trim() === foldName(other.text).trim()

/** The alerts of two charts as one list: no sentence twice, and of two kinds the graver one. */
export function joinAlerts(keep: readonly Alert[], other: readonly Alert[]): Alert[] {
  const graver = keep.map(alert => ({ ...alert, kind: other.some(one => one.kind === 'never' && sameWords(one, alert)) ? ('never' as const) : alert.kind }))
  return [...graver, ...other.filter(alert => !keep.some(one => sameWords(one, alert)))]
}

/** The alerts of the kept chart once a merge is undone: as before where nobody touched them since, else without those that only the other chart had. */
export function alertsAfterUndo({ keep, other, after }: ChartsBefore, now: readonly Alert[]): readonly Alert[] {
  if (JSON.stringify(now) === JSON.stringify(after.alerts)) return keep.alerts
  return now.filter(alert => keep.alerts.some(one => sameWords(one, alert)) || !other.alerts.some(one => sameWords(one, alert)))
}

/** A record with each of its fields as before, but those that were changed since the merge, which stay. */
export function fieldsAfterUndo<T extends object>(before: T, after: T, now: T): T {
  const changed = Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof T]))
  return { ...before, ...Object.fromEntries(changed) }
}

const counted = (count: number, one: string, many = `${one}s`) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`])

/** How much there is of each kind on a chart. */
export type Belongings = Readonly<Record<MovedTable | 'superbills' | 'letters' | 'payments' | 'alerts' | 'paidFor', number>>

/** What moves, in words: “3 visits”, “1 episode”, “2 superbills”. */
export function movesInWords(has: Belongings): string[] {
  return [
    ...counted(has.appointments, 'visit'),
    ...counted(has.series, 'series of visits', 'series of visits'),
    ...counted(has.episodes, 'episode'),
    ...counted(has.notes, 'note'),
    ...counted(has.invoices, 'invoice'),
    ...counted(has.payments, 'payment'),
    ...counted(has.superbills, 'superbill'),
    ...counted(has.letters, 'letter'),
    ...counted(has.documents - has.superbills - has.letters, 'other paper'),
    ...counted(has.attachments, 'scan'),
    ...counted(has.consents, 'consent'),
    ...counted(has.health_versions, 'health history', 'health histories'),
    ...counted(has.clearances, 'clearance'),
    ...counted(has.alerts, 'alert'),
    ...counted(has.waitlist, 'place on the waitlist', 'places on the waitlist'),
    ...counted(has.paidFor, 'patient they pay for', 'patients they pay for'),
  ]
}

/** What differs between two charts so much that they may be two people. */
export function doubtsOf(keep: Patient, other: Patient): string[] {
  const bothSexes = keep.sex !== '' && other.sex !== '' && keep.sex !== other.sex
  return [
    ...(keep.bornOn === other.bornOn ? [] : [`They have different birth dates: ${formatDate(keep.bornOn)} and ${formatDate(other.bornOn)}.`]),
    ...(bothSexes ? ['They have a different sex on file.'] : []),
    ...(Boolean(keep.deceasedOn) === Boolean(other.deceasedOn) ? [] : ['One chart says that the patient died, the other does not.']),
  ]
}
