import { type FaceFact, type FaceSection, peopleFacts, personalFacts } from '../../shared/documents/face-sheet.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf, formatDate, formatTime, formatWeekday, type LocalDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsOfPatient } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { listEpisodes } from '../episodes/repository.ts'
import { consentStandings } from '../patients/consents-repository.ts'
import { getPatientHeader } from '../patients/header-repository.ts'
import { listHousehold } from '../patients/household-repository.ts'
import { getPatient, policyOf } from '../patients/repository.ts'
import { getPayer } from '../practice/repository.ts'
import { deskMoment } from './desk-moment.ts'
import { drawFaceSheet } from './face-sheet-pdf.ts'
import { openPaper } from './open-document.ts'

const MOST_VISITS = 6

/** Opens one page with everything the desk knows of a patient. It is not kept: it says what stands now. */
export async function openFaceSheet(services: Services, { patientId }: Parsed<'documents.openFaceSheet'>): Promise<{ path: string }> {
  const { db, clock } = services
  const today = clock.today()
  const patient = getPatient(db, patientId)
  const header = getPatientHeader(db, today, patientId)
  const household = listHousehold(db, patientId, today).map(({ name, age, isGuarantor }) => `${name}, ${age}${isGuarantor ? ', pays' : ''}`)
  const moment = await deskMoment(services)
  const owes: FaceFact[] = header.balance > 0 ? [{ label: 'Owes', value: formatMoney(header.balance) }] : []
  const sections: FaceSection[] = [
    { heading: 'Patient', isWide: false, facts: personalFacts(patient, today) },
    { heading: 'Guardian, household and payment', isWide: false, facts: [...peopleFacts(patient, household), ...owes] },
    { heading: 'Insurance', isWide: false, facts: planFacts(db, patientId) },
    { heading: 'Episodes of care', isWide: true, facts: episodeFacts(db, patientId, today) },
    { heading: 'Coming visits', isWide: true, facts: visitFacts(services, patientId) },
    { heading: 'Consents', isWide: true, facts: consentStandings(db, patientId, today).map(({ name, words }) => ({ label: '', value: `${name}: ${words}` })) },
    { heading: 'Remark', isWide: true, facts: patient.remark === '' ? [] : [{ label: 'Desk', value: patient.remark }] },
  ]
  const alerts = header.alerts.map(({ kind, text }) => `${kind === 'never' ? 'Never' : 'Care'}: ${text}`)
  const { bornOn, chartNumber } = patient
  const sheet = { letterhead: moment.letterhead, name: fullName(patient), bornOn, chartNumber, alerts, sections, printed: moment.printed }
  return openPaper(services, { name: paperName('Face sheet', patient.lastName, patient.firstName), bytes: await drawFaceSheet(sheet, moment.options) })
}

function planFacts(db: Database, patientId: Parsed<'documents.openFaceSheet'>['patientId']): FaceFact[] {
  const policy = policyOf(db, patientId)
  if (!policy) return [{ label: 'Plan', value: 'None on file' }]
  const { payerId, memberId, groupNumber, planName, relation, insuredName, insuredBornOn } = policy
  const born = insuredBornOn === null ? '' : `, born ${formatDate(insuredBornOn)}`
  const insured = relation === 'self' ? 'The patient' : `${insuredName}, ${relation}${born}`
  const facts = [
    { label: 'Payer', value: getPayer(db, payerId).name },
    { label: 'Plan', value: planName },
    { label: 'Member ID', value: memberId },
    { label: 'Group', value: groupNumber },
    { label: 'Insured', value: insured },
  ]
  return facts.filter(({ value }) => value !== '')
}

function episodeFacts(db: Database, patientId: Parsed<'documents.openFaceSheet'>['patientId'], today: LocalDate): FaceFact[] {
  return listEpisodes(db, today, patientId).map(({ condition, openedOn, closedOn, diagnosisWords, prescription }) => ({
    label: closedOn === null ? 'Open' : 'Closed',
    value: [`${condition}, since ${formatDate(openedOn)}${closedOn === null ? '' : ` to ${formatDate(closedOn)}`}`, diagnosisWords, prescription?.words ?? '']
      .filter(text => text !== '')
      .join('. '),
  }))
}

function visitFacts({ db, clock }: Services, patientId: Parsed<'documents.openFaceSheet'>['patientId']): FaceFact[] {
  const today = clock.today()
  const coming = listAppointmentsOfPatient(db, patientId, today).filter(
    ({ status, startsAt }) => (status === 'booked' || status === 'confirmed') && dayOf(startsAt) >= today,
  )
  return coming
    .toReversed()
    .slice(0, MOST_VISITS)
    .map(({ startsAt, minutes, practitionerName }) => ({
      label: '',
      value: `${formatWeekday(dayOf(startsAt))}, ${formatTime(startsAt)}, ${minutes} min with ${practitionerName}`,
    }))
}
