import { anEpisode, aPatient, aPrescription, aVisit } from '../electron/testing/records.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { Instant, localDate } from '../shared/lib/dates.ts'
import type { Day } from './pages/session.ts'

// A course of neck pain on Thursdays at ten in Denver: what is on file before it begins, and what each day adds.

/** The day the records were made, before the first visit. */
const BEFORE = Instant.parse('2026-10-05T16:00:00.000Z')

/** The moment the app is opened on each visit day, ten minutes before the patient comes. */
export const DAYS = {
  first: '2026-10-08T15:50:00.000Z',
  second: '2026-10-15T15:50:00.000Z',
  third: '2026-10-22T15:50:00.000Z',
  withheld: '2026-10-29T15:50:00.000Z',
  fourth: '2026-11-05T16:50:00.000Z',
  fifth: '2026-11-12T16:50:00.000Z',
  sixth: '2026-11-19T16:50:00.000Z',
} as const

const BOOKED = ['10-08', '10-15', '10-22', '10-29', '11-05', '11-12', '11-19', '11-26']

/** Marisol with her diagnosis, a prescription of six visits and eight bookings: one more than the course will need. */
export async function clinicBeforeTheCourse(dir: string): Promise<void> {
  const made = await signedInApp({ dir, clock: { now: () => BEFORE } })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  const order = {
    writtenOn: localDate('2026-10-01'),
    expiresOn: localDate('2027-01-31'),
    regions: ['neck', 'upper-back'] as const,
    requests: 'No end-range rotation.',
  }
  await aPrescription(made, episodeId, { ...order, regions: [...order.regions] })
  for (const day of BOOKED) await aVisit(made, { patientId, episodeId, startsAt: `2026-${day}T10:00` })
  await made.app.close()
}

const ACTIVITIES = ['Turning the head while driving', 'Working at a screen for an hour', 'Sleeping through the night']
const scored = (...scores: readonly string[]) => Object.fromEntries(ACTIVITIES.map((name, index) => [`${name}, 0 to 10`, scores[index] ?? '']))
const turned = (left: string, right: string) => ({ 'Neck rotation, left, degrees': left, 'Neck rotation, right, degrees': right })

/** The first visit: everything is asked and measured. */
export const FIRST: Day = {
  pain: ['7', '4', '9'],
  reports: 'Stiff neck since the summer, worst when turning left in the car.',
  numbers: {
    ...scored('3', '4', '2'),
    'Neck disability index, points': '23',
    ...turned('48', '55'),
    'Deep neck flexors, strength': '3+',
    'Upper trapezius, left, strength': '4-',
    'Upper trapezius, right, strength': '5',
    'Minutes of Manual therapy': '38',
  },
  found: 'Levator taut on the left; turning left ends early.',
  assessment: 'Findings are consistent with guarding around the neck.',
  plan: 'Once a week for six weeks; measure rotation each time.',
  painAfter: '5',
}

/** The second and the third: only what is new. */
export const SECOND: Day = {
  pain: ['6', '3', '8'],
  reports: 'Driving a little easier.',
  numbers: { ...scored('4', '4', '3'), ...turned('52', '58'), 'Minutes of Manual therapy': '38' },
  found: 'Levator still taut on the left.',
  painAfter: '4',
}
export const THIRD: Day = {
  pain: ['5', '3', '7'],
  reports: 'Slept through twice.',
  numbers: { ...scored('5', '5', '4'), ...turned('57', '61'), 'Minutes of Manual therapy': '40' },
  found: 'Levator softer on the left.',
  painAfter: '3',
}

/** After the visit without treatment. */
export const FOURTH: Day = {
  pain: ['4', '2', '6'],
  reports: 'Calf is well again: the scan showed no clot.',
  numbers: { ...scored('6', '6', '6'), 'Neck disability index, points': '15', ...turned('62', '66'), 'Minutes of Manual therapy': '40' },
  found: 'Less guarding.',
  painAfter: '2',
}
export const FIFTH: Day = {
  pain: ['3', '1', '4'],
  reports: 'A week of work without a headache.',
  numbers: { ...scored('7', '7', '8'), ...turned('68', '70'), 'Minutes of Manual therapy': '38' },
  found: 'Near normal tone.',
  painAfter: '1',
}
export const SIXTH: Day = {
  pain: ['2', '0', '3'],
  reports: 'Drives and sleeps as before.',
  numbers: { ...scored('9', '8', '9'), ...turned('74', '75'), 'Deep neck flexors, strength': '4', 'Minutes of Manual therapy': '38' },
  found: 'Tone even on both sides.',
  assessment: 'Goals of the course are reached.',
  plan: 'Discharge today; come back if it returns.',
  painAfter: '1',
}
