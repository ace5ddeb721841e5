import type { AttendanceLetter, AttendanceLog } from '../../shared/documents/attendance.ts'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const head = { letterhead: sampleLetterhead, version: 1, replaces: null, issuedOn: localDate('2026-11-19') }
const signature = { name: 'Dana Whitfield, LMT', isOnFile: true }

/** Six visits of an auto case: four attended, one missed, one cancelled late. */
export const sampleAttendanceLog: AttendanceLog = {
  ...head,
  number: 'AL-2026-0001',
  patient: { name: 'Elena M. Vasquez', bornOn: localDate('1984-03-14'), chartNumber: '1001' },
  facts: [
    { label: 'Condition', value: 'Whiplash' },
    { label: 'Injured on', value: 'Aug 2, 2026' },
    { label: 'Claim', value: 'NF-26-00881' },
    { label: 'Insurer', value: 'Northfork Mutual Auto' },
  ],
  from: localDate('2026-10-01'),
  to: localDate('2026-11-12'),
  rows: (['attended', 'attended', 'missed', 'attended', 'cancelled-late', 'attended'] as const).map((status, week) => ({
    on: addDays(localDate('2026-10-01'), week * 7),
    timeIn: status === 'attended' ? '8:56 am' : '',
    timeOut: status === 'attended' ? '10:02 am' : '',
    minutes: status === 'attended' ? 53 : null,
    tenthsOfMile: status === 'attended' ? 124 : null,
    status,
  })),
  signature,
}

/** One visit, for an employer. */
export const sampleAttendanceLetter: AttendanceLetter = {
  ...head,
  number: 'WL-2026-0001',
  patientName: 'Elena M. Vasquez',
  to: 'Bracken Creek Orchards',
  condition: '',
  visits: [{ on: localDate('2026-11-19'), from: '8:56 am', to: '10:02 am' }],
  remark: 'She may need to stretch every hour today.',
  signature,
}
