import type { Appointment } from '../appointments/schema.ts'
import { diagnosesValidOn } from '../episodes/diagnosis-rules.ts'
import type { Episode, Prescription } from '../episodes/schema.ts'
import { formatDate, formatTime, type LocalDate } from '../lib/dates.ts'
import type { Patient } from '../patients/schema.ts'
import { fullName, withCredentials } from './paper-words.ts'
import type { PaperFact, PaperFacts } from './visit-note.ts'

const SEXES = { '': '', female: 'Female', male: 'Male', x: 'X' } as const

/** Whom a note is about, which visit, and by whose order: read together with the note’s own words. */
export type VisitFacts = {
  readonly patient: Patient
  readonly visit: Pick<Appointment, 'startsAt' | 'visitNumber' | 'visitsAllowed' | 'practitionerName' | 'prescription'>
  readonly episode: Episode | null
  readonly serviceOn: LocalDate
}

/** Patient, visit and referral as they stand at the head of a note. A row without a value is left out. */
export function noteFacts({ patient, visit, episode, serviceOn }: VisitFacts): PaperFacts[] {
  const prescription = episode?.prescriptions.find(({ id }) => id === visit.prescription?.prescriptionId)
  const codes = episode ? diagnosesValidOn(episode.diagnoses, serviceOn).map(({ code }) => code) : []
  const diagnoses = { label: 'Dx', value: codes.length === 0 ? 'None on file' : codes.join(', ') }
  return [
    {
      name: 'Patient',
      value: fullName(patient),
      rows: filled([
        { label: 'DOB', value: formatDate(patient.bornOn) },
        { label: 'Sex', value: SEXES[patient.sex] },
        { label: 'Chart', value: patient.chartNumber },
      ]),
    },
    {
      name: 'Visit',
      value: `${formatDate(serviceOn)}, ${formatTime(visit.startsAt)}`,
      rows: filled([
        { label: 'No.', value: numberInWords(visit) },
        { label: 'For', value: episode?.condition ?? '' },
        { label: 'With', value: visit.practitionerName },
      ]),
    },
    prescription
      ? {
          name: 'Referral',
          value: withCredentials(prescription.prescriber.name, prescription.prescriber.credentials),
          rows: [...prescribed(prescription), diagnoses],
        }
      : { name: 'Referral', value: 'No prescription', rows: [diagnoses] },
  ]
}

/** `Sep 28, 2026`, `6 visits to Dec 12, 2026`: what was ordered. */
export function prescribed({ writtenOn, visits, expiresOn }: Prescription): PaperFact[] {
  const count = visits === null ? '' : `${visits} ${visits === 1 ? 'visit' : 'visits'}`
  const until = expiresOn === null ? '' : `to ${formatDate(expiresOn)}`
  return filled([
    { label: 'Rx date', value: formatDate(writtenOn) },
    { label: 'Rx for', value: [count, until].filter(text => text !== '').join(' ') },
  ])
}

/** `5 of 6`; empty for a visit that is not counted. */
export function numberInWords({ visitNumber, visitsAllowed }: Pick<Appointment, 'visitNumber' | 'visitsAllowed'>): string {
  if (visitNumber === null) return ''
  return visitsAllowed === null ? String(visitNumber) : `${visitNumber} of ${visitsAllowed}`
}

const filled = (rows: readonly PaperFact[]) => rows.filter(({ value }) => value !== '')
