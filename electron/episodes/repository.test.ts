import { expect, it } from 'vitest'
import { DiagnosisFields, EpisodeFields } from '../../shared/episodes/schema.ts'
import { Instant, localDate } from '../../shared/lib/dates.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import { USUAL_PAYER } from '../../shared/practice/usual-payer.ts'
import { registerPatient } from '../patients/register-patient.ts'
import { savePatient } from '../patients/save-patient.ts'
import { savePayer } from '../practice/save-payer.ts'
import { insertSetUp } from '../practice/set-up.ts'
import { aDiagnosis, anEpisode } from '../testing/episodes.ts'
import { aPatient } from '../testing/patients.ts'
import { aSetUp } from '../testing/set-up.ts'
import { countedIds, TEST_NOW } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { openEpisode } from './open-episode.ts'
import { diagnosesOn, payerOf } from './repository.ts'
import { saveDiagnoses } from './save-diagnoses.ts'

function clinic() {
  const db = testDatabase()
  const today = localDate('2026-11-19')
  const newId = countedIds()
  insertSetUp(db, aSetUp(), { newId, today, resourcesDir: new URL('../../resources', import.meta.url).pathname })
  const person = { id: PersonId.parse(newId()), name: 'Rosa Delgado', role: 'owner' as const }
  return { db, newId, person, clock: { today: () => today, now: () => Instant.parse(TEST_NOW) } }
}

it('a visit is paid by the claim’s insurer, else the plan’s, else the patient', () => {
  const services = clinic()
  const { db } = services
  const payer = (name: string) =>
    savePayer(services, {
      id: null,
      fields: { ...USUAL_PAYER, name, kind: 'commercial' },
    })
  const [plan, insurer] = [payer('Plan'), payer('Claim')]
  const fields = PatientFields.parse(aPatient())
  const { id: patientId } = registerPatient(services, { fields, policy: null, consents: [], householdWith: null })
  const illness = openEpisode(services, { patientId, fields: EpisodeFields.parse(anEpisode()) })
  const claim = { payerId: insurer.id, claimNumber: '', injuredOn: null, state: '', adjuster: '', employer: '', attorney: '' }
  const accident = openEpisode(services, { patientId, fields: EpisodeFields.parse(anEpisode({ kind: 'auto', claim: { ...claim, state: '' } })) })
  expect([payerOf(db, patientId, null).kind, payerOf(db, patientId, illness.id).kind, payerOf(db, patientId, accident.id).name]).toEqual([
    'self-pay',
    'self-pay',
    'Claim',
  ])
  const policy = PolicyFields.parse({ payerId: plan.id, memberId: '', groupNumber: '', planName: '', relation: 'self', insuredName: '', insuredBornOn: null })
  savePatient(services, { patientId, fields, policy })
  expect([payerOf(db, patientId, null).name, payerOf(db, patientId, illness.id).name, payerOf(db, patientId, accident.id).name]).toEqual([
    'Plan',
    'Plan',
    'Claim',
  ])
})

it('a date of service has the diagnoses that applied then, both ends included', () => {
  const services = clinic()
  const { id: patientId } = registerPatient(services, { fields: PatientFields.parse(aPatient()), policy: null, consents: [], householdWith: null })
  const { id: episodeId } = openEpisode(services, { patientId, fields: EpisodeFields.parse(anEpisode()) })
  const diagnosis = (changes: Parameters<typeof aDiagnosis>[0]) => {
    const { id: _, ...fields } = aDiagnosis(changes)
    return { ...DiagnosisFields.parse(fields), id: null }
  }
  const diagnoses = [diagnosis({ validTo: '2026-10-31' }), diagnosis({ code: 'M62.838', label: 'Other muscle spasm', validFrom: '2026-10-31' })]
  saveDiagnoses(services, { episodeId, diagnoses })
  const codesOn = (day: string) => diagnosesOn(services.db, episodeId, localDate(day)).map(one => one.code)
  expect(['2026-10-19', '2026-10-20', '2026-10-31', '2026-11-01'].map(codesOn)).toEqual([[], ['M54.2'], ['M54.2', 'M62.838'], ['M62.838']])
})
