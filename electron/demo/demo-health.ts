import { BodySite } from '../../shared/body-chart/sites.ts'
import type { HealthHistory } from '../../shared/health/schema.ts'
import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { Phone } from '../../shared/practice/schema.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './demo-people.ts'
import { PRESCRIBERS } from './demo-practice.ts'
import type { Stage } from './demo-stage.ts'

type Told = { readonly name: string; readonly purpose: string }

/** What people take who take nothing that matters for massage; null takes nothing. */
const HARMLESS: readonly [Told | null, ...(Told | null)[]] = [
  null,
  null,
  { name: 'Ibuprofen as needed', purpose: 'pain' },
  { name: 'Acetaminophen as needed', purpose: 'pain' },
  { name: 'Levothyroxine', purpose: 'thyroid' },
  { name: 'Cetirizine in spring', purpose: 'hay fever' },
  { name: 'Vitamin D', purpose: '' },
]
const SURGERIES = ['Appendix removed', 'Wisdom teeth removed', 'Knee arthroscopy', 'Tonsils removed'] as const
const RELATIVES = ['sister', 'husband', 'wife', 'brother', 'friend', 'daughter', 'son'] as const

const sites = (names: readonly string[]) => names.map(name => BodySite.parse(name))

/** A person’s health as told at intake: what the list of people says of them, and the ordinary things around it. */
export function historyOf(chance: Chance, person: DemoPerson, number: number): HealthHistory {
  const { health } = person
  const harmless = chance.pick(HARMLESS)
  const physician = person.by ? `${PRESCRIBERS[person.by].name}, ${PRESCRIBERS[person.by].credentials}` : ''
  const surgery = chance.isTrue(0.3) ? [{ what: chance.pick(SURGERIES), when: String(chance.between(1998, 2021)), sites: [] }] : []
  return {
    conditions: health.conditions.map(([item, name, places, remark]) => ({ item, name, sites: sites(places), remark })),
    medications: [...health.medications.map(([name, purpose, item]) => ({ name, purpose, item })), ...(harmless ? [{ ...harmless, item: null }] : [])],
    allergies: health.allergies.map(([to, reaction]) => ({ to, reaction })),
    surgeries: [...health.surgeries.map(([what, when, places]) => ({ what, when, sites: sites(places) })), ...surgery],
    pregnancy: { state: person.sex === 'female' ? 'no' : 'not-asked', dueOn: null, remark: '' },
    physician,
    emergencyName: `${person.name[1]} (${chance.pick(RELATIVES)})`,
    emergencyPhone: Phone.parse(`(406) 555-01${String((number + 31) % 100).padStart(2, '0')}`),
    goalOfVisit: '',
    remark: '',
  }
}

/** Takes the intake, with the clearances that physicians gave by then; or notes that the patient would not fill it in. */
export function takeIntake(stage: Stage, person: DemoPerson, { patientId, number }: { patientId: PatientId; number: number }): HealthHistory | null {
  const { today } = stage.time()
  if (person.refusesIntake) {
    stage.request('health.recordRefusal', { patientId, on: today, reason: 'Would rather say it than write it down' })
    return null
  }
  const history = historyOf(stage.chance, person, number)
  stage.request('health.save', { patientId, takenOn: today, history })
  for (const [item, givenBy, endsIn, terms] of person.clearances)
    clear(stage, { patientId, item, givenBy, givenOn: addDays(today, -1), expiresOn: addDays(stage.today, endsIn), terms })
  return history
}

type Given = { readonly patientId: PatientId; readonly item: DemoPerson['clearances'][number][0]; readonly givenBy: string; readonly terms: string }

/** Keeps a physician’s word that massage may be given. */
export function clear({ request }: Stage, { patientId, ...fields }: Given & { readonly givenOn: LocalDate; readonly expiresOn: LocalDate }) {
  request('health.saveClearance', { patientId, clearanceId: null, fields })
}

/** What a patient tells later on: a new medicine, or that nothing changed since. */
export function askAgain(
  { request, time }: Stage,
  patientId: PatientId,
  history: HealthHistory,
  news: readonly [name: string, purpose: string] | null,
): HealthHistory {
  if (!news) {
    request('health.confirmUnchanged', { patientId })
    return history
  }
  const [name, purpose] = news
  const changed = { ...history, medications: [...history.medications, { name, purpose, item: null }] }
  request('health.save', { patientId, takenOn: time().today, history: changed })
  return changed
}
