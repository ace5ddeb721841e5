import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays, formatMonthDay, type LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId, PayerId } from '../../shared/lib/ids.ts'
import { motionLabel } from '../../shared/notes/rom.ts'
import { measureId } from '../../shared/outcomes/measures.ts'
import type { OutcomeScore } from '../../shared/outcomes/schema.ts'
import { measureOf, scoreValue } from '../../shared/outcomes/score.ts'
import { CONDITIONS, type Condition } from './demo-conditions.ts'
import { consentsAtOnce, guarantorOf, phoneOf, recordExpired, sourceOf } from './demo-desk-facts.ts'
import { affectedSide, type Course, writeNote } from './demo-notes.ts'
import type { DemoPerson } from './demo-people.ts'
import { PRESCRIBERS } from './demo-practice.ts'
import { planOf } from './demo-scores.ts'
import type { Stage } from './demo-stage.ts'

/** A patient in the records with the episode that is treated. */
export type Registered = { readonly patientId: PatientId; readonly episodeId: EpisodeId }

/** Days from the accident to the first visit. */
const INJURED_BEFORE = 33

type Start = { course: Course; first: LocalDate; number: number; household: PatientId | null }

/** Registers a patient with policy, consents and alerts, and opens the episode with its diagnoses, prescription and goals. */
export function register(stage: Stage, person: DemoPerson, { course, first, number, household }: Start): Registered {
  const { id: patientId } = stage.request('patients.register', {
    fields: { ...patientFields(stage, person, number), guarantor: guarantorOf(person, { household, phone: phoneOf(number) }) },
    policy: policyOf(stage, person, number),
    consents: consentsAtOnce(person),
    householdWith: household,
  })
  if (person.consents === 'expired') recordExpired(stage, person, patientId)
  const alerts = person.alerts.map(([kind, text]) => ({ kind, text }))
  if (alerts.length > 0) stage.request('patients.saveAlerts', { patientId, alerts })
  const { id: episodeId } = stage.request('episodes.open', { patientId, fields: episodeFields(stage, person, first) })
  const written = stage.time().today
  if (person.by !== null) {
    stage.request('episodes.saveDiagnoses', { episodeId, diagnoses: diagnosesOf(stage, person, written) })
    if (person.rx) prescribe(stage, person, { episodeId, writtenOn: written })
  }
  stage.request('episodes.saveGoals', { episodeId, goals: goalsOf(stage, course) })
  stage.request('episodes.saveOutcomePlan', { episodeId, plan: planOf(course.condition) })
  return { patientId, episodeId }
}

const STREETS = ['Alder Creek Road', 'Tamarack Street', 'Cottonwood Avenue', 'Depot Square', 'Mill Street', 'Larch Lane', 'Quarry Road'] as const

type PatientFields = Parsed<'patients.register'>['fields']

function patientFields({ chance, time }: Stage, person: DemoPerson, number: number): Omit<PatientFields, 'guarantor'> {
  const [firstName, lastName] = person.name
  const phone = phoneOf(number)
  const email = `${firstName.charAt(0)}${lastName}`
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  return {
    firstName,
    middleName: person.middle,
    lastName,
    suffix: '',
    preferredName: '',
    pronouns: person.pronouns,
    bornOn: person.born,
    sex: person.sex,
    phone: person.guardian === '' ? phone : '',
    otherPhone: '',
    email: chance.isTrue(0.7) ? `${email}@mail.example` : '',
    address: {
      street: `${chance.between(2, 480)} ${chance.pick(STREETS)}`,
      street2: chance.isTrue(0.2) ? `Apt ${chance.between(1, 12)}` : '',
      city: 'Larkspur Falls',
      state: 'MT',
      zip: '59000',
    },
    guardianName: person.guardian,
    guardianRelation: person.guardian === '' ? '' : 'Mother',
    guardianPhone: person.guardian === '' ? '' : phone,
    releaseSignedOn: person.papers.length > 0 ? time().today : null,
    remark: '',
    referralSource: sourceOf(person, number),
  }
}

// Somebody who pays alone is asked for an estimate instead of a member number.
const ownPocket = (payerId: PayerId): Parsed<'patients.register'>['policy'] => ({
  payerId,
  memberId: '',
  groupNumber: '',
  planName: '',
  relation: 'self',
  insuredName: '',
  insuredBornOn: null,
})

function policyOf({ chance, payers }: Stage, person: DemoPerson, number: number): Parsed<'patients.register'>['policy'] {
  if (person.payer === null) return person.kind === 'illness' ? ownPocket(payers.self) : null
  const [insuredName, insuredBornOn, relation] = person.insured ?? ['', null, 'self' as const]
  return {
    payerId: payers[person.payer],
    memberId: `${person.payer.slice(0, 3).toUpperCase()} ${800 + number} ${chance.between(100, 999)}`,
    groupNumber: String(chance.between(10_000, 99_999)),
    planName: '',
    relation,
    insuredName,
    insuredBornOn,
  }
}

function episodeFields({ payers }: Stage, person: DemoPerson, first: LocalDate): Parsed<'episodes.open'>['fields'] {
  const condition = CONDITIONS[person.condition]
  const injuredOn = addDays(first, -INJURED_BEFORE)
  const isInjury = person.kind !== 'illness'
  const claim = {
    payerId: person.kind === 'work' ? payers.headwaters : payers.bitterroot,
    injuredOn,
    state: 'MT' as const,
    claimNumber: `${person.kind === 'work' ? 'HWF' : 'BPM'}-${first.slice(2, 4)}-00${first.slice(5, 7)}${first.slice(8, 10)}${person.name[1].length}`,
    adjuster: '',
    attorney: '',
    employer: person.kind === 'work' ? 'Larkspur Falls Lumber' : '',
  }
  return {
    condition: person.kind === 'auto' ? `${condition.name} ${formatMonthDay(injuredOn)}` : condition.name,
    kind: person.kind,
    onsetOn: isInjury ? injuredOn : addDays(first, -60),
    regions: [...condition.regions],
    claim: isInjury ? claim : null,
    plannedVisits: person.rx ? person.rx[0] : 6,
    planRemark: 'Start gently, re-measure every third visit.',
  }
}

function diagnosesOf({ prescribers }: Stage, person: DemoPerson, on: LocalDate): Parsed<'episodes.saveDiagnoses'>['diagnoses'] {
  const by = person.by && prescribers[person.by]
  if (!by) return []
  const maker = { diagnosedBy: `${by.name}, ${by.credentials}`, prescriberId: by.id, diagnosedOn: on, validFrom: on, validTo: null }
  return CONDITIONS[person.condition].diagnoses.map(([code, label]) => ({ id: null, code, label, ...maker }))
}

/** Puts a physician’s order on the episode. */
export function prescribe({ request, prescribers }: Stage, person: DemoPerson, { episodeId, writtenOn }: { episodeId: EpisodeId; writtenOn: LocalDate }) {
  if (person.by === null || !person.rx) return
  const [visits, days] = person.rx
  const requests =
    person.kind === 'auto' ? 'No end-range rotation for the first two visits. Report after visit 6, please.' : 'Please report progress before the series ends.'
  request('episodes.savePrescription', {
    episodeId,
    prescriptionId: null,
    fields: {
      prescriberId: prescribers[person.by].id,
      writtenOn,
      expiresOn: addDays(writtenOn, days),
      visits,
      frequency: person.every > 7 ? 'every two weeks' : 'once a week',
      regions: [...CONDITIONS[person.condition].regions],
      procedures: ['97140', '97124'],
      requests,
      visitsUsedBefore: 0,
      authorizationNumber: person.kind === 'work' ? `A-${PRESCRIBERS[person.by].npi.slice(-4)}-${visits}` : '',
      isSigned: true,
      saysMedicallyNecessary: true,
    },
  })
}

function goalsOf({ services, chance }: Stage, course: Course): Parsed<'episodes.saveGoals'>['goals'] {
  const condition: Condition = course.condition
  const first = writeNote(chance, course, { index: 0, minutes: 60, services: services(), health: null, begun: null })
  const [activity] = first.activities
  const [motion] = condition.motions
  const measured = first.rom[0]
  const side = affectedSide(condition)
  const isSided = measured !== undefined && measured.value === null
  const free = { id: null, statedStatus: null }
  return [
    { ...free, text: 'Pain 2 or less through the day', measure: 'pain-now', key: '', unit: '', baseline: course.pain, target: 2 },
    ...(activity ? [{ ...free, text: activity.name, measure: 'activity' as const, key: activity.name, unit: '', baseline: activity.score, target: 8 }] : []),
    ...(motion && measured
      ? [
          {
            ...free,
            text: `${motionLabel(motion[0])} ${motion[1] - 10}°${isSided ? `, ${side}` : ''}`,
            measure: 'rom' as const,
            key: isSided ? `${motion[0]}:${side}` : motion[0],
            unit: '°',
            baseline: measured.value ?? measured[side],
            target: motion[1] - 10,
          },
        ]
      : []),
    ...first.scores.flatMap(score => scoreGoal(score)),
  ]
}

/** The questionnaire of the episode as a goal: half of what it was, or half of the way up. */
function scoreGoal(score: OutcomeScore): Parsed<'episodes.saveGoals'>['goals'] {
  const baseline = scoreValue(score)
  const { shortName, better, max, unit } = measureOf(score)
  if (baseline === null) return []
  const target = Math.round(better === 'lower' ? baseline / 2 : baseline + (max - baseline) / 2)
  const text = `${shortName} ${target}${unit} or ${better === 'lower' ? 'less' : 'more'}`
  return [{ id: null, statedStatus: null, text, measure: 'score', key: measureId(score), unit, baseline, target }]
}
