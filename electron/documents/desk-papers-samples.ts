import type { AppointmentCard } from '../../shared/documents/appointment-card.ts'
import type { DaySheet } from '../../shared/documents/day-sheet.ts'
import type { FaceSheet } from '../../shared/documents/face-sheet.ts'
import type { ReminderList } from '../../shared/documents/reminder-list.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const printed = localDateTime('2026-11-19T07:42')
const blank = { name: '', contact: '', what: [], alerts: [], todo: [], off: '', practitioner: 'Dana Whitfield', room: '' }

/** A day with a full visit, one that is off, time kept free, and two practitioners. */
export const sampleDaySheet: DaySheet = {
  letterhead: sampleLetterhead,
  day: localDate('2026-11-19'),
  whose: 'Everybody',
  closedBecause: '',
  printed,
  rows: [
    {
      ...blank,
      startsAt: localDateTime('2026-11-19T09:00'),
      time: '9:00 am',
      name: 'Marisol Reyes',
      contact: 'Chart AC-0418 · (406) 555-0118',
      what: ['Follow-up, 75 min', 'Neck pain, visit 5 of 6', 'Asked for a low table.'],
      alerts: ['Avoid left calf: varicose veins'],
      todo: ['Consent to treatment expired Oct 2.', 'Owes $45.00.'],
      room: 'Room 1',
    },
    {
      ...blank,
      startsAt: localDateTime('2026-11-19T10:30'),
      time: '10:30 am',
      name: 'Noor Haddad',
      contact: 'Chart AC-0402',
      what: ['60 min', 'Foot pain'],
      off: 'Cancelled: Ill',
      practitioner: 'Theo Marsh',
    },
    { ...blank, startsAt: localDateTime('2026-11-19T12:30'), time: '12:30 pm', what: ['Lunch, 45 min'] },
  ],
}

/** Two calls to make and one that is done. */
export const sampleReminderList: ReminderList = {
  letterhead: sampleLetterhead,
  day: localDate('2026-11-20'),
  printed,
  rows: [
    {
      time: '8:00 am',
      name: 'Ruth Osei',
      askFor: '',
      phone: '(406) 555-0152',
      visit: '60 min with Dana Whitfield',
      say: ['Bring the signed consent to treatment.'],
      done: '',
    },
    {
      time: '9:15 am',
      name: 'Eli Vance (Sparrow)',
      askFor: 'Ask for Thomas Vance, father',
      phone: '(406) 555-0161',
      visit: '30 min with Theo Marsh',
      say: [],
      done: 'Left a message',
    },
    { time: '11:45 am', name: 'Mei Tanaka', askFor: '', phone: '(406) 555-0144', visit: '60 min with Dana Whitfield', say: [], done: 'Confirmed' },
  ],
}

/** Six weekly visits over Thanksgiving. */
export const sampleAppointmentCard: AppointmentCard = {
  letterhead: sampleLetterhead,
  patientName: 'Marisol Reyes',
  visits: ['Nov 24', 'Dec 1', 'Dec 8', 'Dec 15', 'Dec 22', 'Dec 29'].map(day => ({
    day: `Tuesday, ${day}, 2026`,
    time: '10:45 to 11:45 am',
    with: 'Dana Whitfield',
  })),
  notice: ['Please call (406) 555-0100 at least 24 hours before if you cannot come.', 'A later cancellation costs $45.00.'],
  printedOn: localDate('2026-11-19'),
}

/** A minor with guardian, plan, two episodes and an alert. */
export const sampleFaceSheet: FaceSheet = {
  letterhead: sampleLetterhead,
  name: 'Eli Vance',
  bornOn: localDate('2012-02-29'),
  chartNumber: 'AC-0433',
  alerts: ['Never: left calf, blood clot in August', 'Care: latex allergy'],
  printed,
  sections: [
    {
      heading: 'Patient',
      isWide: false,
      facts: [
        { label: 'Born', value: 'Feb 29, 2012, 14 years old' },
        { label: 'Called', value: 'Sparrow, they/them' },
        { label: 'Phone', value: '(406) 555-0161' },
        { label: 'Address', value: '9 Quarry Lane\nLarkspur Falls, MT 59000' },
        { label: 'Patient since', value: 'Mar 2, 2026' },
      ],
    },
    {
      heading: 'Guardian and payment',
      isWide: false,
      facts: [
        { label: 'Guardian', value: 'Thomas Vance, father\n(406) 555-0161' },
        { label: 'Owes', value: '$45.00' },
      ],
    },
    { heading: 'Insurance', isWide: false, facts: [] },
    {
      heading: 'Episodes of care',
      isWide: true,
      facts: [{ label: 'Open', value: 'Neck pain, since Sep 12, 2026. M54.2. Dr. Amari, 4 of 6 visits · expires Dec 12' }],
    },
  ],
}
