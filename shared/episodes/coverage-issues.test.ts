import { expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { type PrescriptionToCheck, prescriptionIssues } from './coverage-issues.ts'

const sound: PrescriptionToCheck = {
  writtenOn: localDate('2026-10-20'),
  expiresOn: localDate('2026-12-12'),
  visits: 6,
  frequency: 'once a week',
  isSigned: true,
}
const seen = { today: localDate('2026-11-19'), hasDiagnosis: true, firstVisitOn: localDate('2026-10-22') }

it('finds nothing wrong with a sound prescription', () => {
  expect(prescriptionIssues(sound, seen)).toEqual([])
  expect(prescriptionIssues({ ...sound, expiresOn: null }, seen)).toEqual([])
})

it.each([
  ['no diagnosis', {}, { hasDiagnosis: false }, 'diagnoses', 'No diagnosis is on file'],
  ['no number of visits', { visits: null }, {}, 'visits', 'names no number of visits'],
  ['visits without a period', { expiresOn: null, frequency: '' }, {}, 'expiresOn', '6 visits but no period'],
  ['unsigned', { isSigned: false }, {}, 'isSigned', 'not signed'],
  ['dated after the first visit', {}, { firstVisitOn: localDate('2026-10-19') }, 'writtenOn', 'after the first visit (Oct 19, 2026)'],
  ['expired', { expiresOn: localDate('2026-11-18') }, {}, 'expiresOn', 'It expired Nov 18, 2026'],
  ['expiring before it was written', { expiresOn: localDate('2026-10-19') }, {}, 'expiresOn', 'expires before it was written'],
])('%s', (_, order, facts, field, sentence) => {
  const issues = prescriptionIssues({ ...sound, ...order }, { ...seen, ...facts })
  expect(issues.map(issue => issue.field)).toEqual([field])
  expect(issues[0]?.sentence).toContain(sentence)
})
