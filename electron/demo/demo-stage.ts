import type { Person } from '../../shared/access/schema.ts'
import { contract, type Input, type Output } from '../../shared/ipc/contract.ts'
import { dayOf, type Instant, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import { Amount } from '../../shared/lib/money.ts'
import type { Payer, Prescriber, Service } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { appointmentsHandlers } from '../appointments/handlers.ts'
import { billingHandlers } from '../billing/handlers.ts'
import type { Database } from '../db/open.ts'
import { documentsHandlers } from '../documents/handlers.ts'
import { episodesHandlers } from '../episodes/handlers.ts'
import { healthHandlers } from '../health/handlers.ts'
import { notesHandlers } from '../notes/handlers.ts'
import { packagesHandlers } from '../packages/handlers.ts'
import { patientsHandlers } from '../patients/handlers.ts'
import { practiceHandlers } from '../practice/handlers.ts'
import { scheduleHandlers } from '../schedule/handlers.ts'
import { waitlistHandlers } from '../waitlist/handlers.ts'
import type { Chance } from './chance.ts'
import { type Desk, setUpDesk } from './demo-desk.ts'
import { type Diary, momentOf, newDiary } from './demo-diary.ts'
import { isWorked, theosWeek } from './demo-hours.ts'
import { demoSetUp, NEW_FEES, PAYERS, type PayerWord, PRESCRIBERS, type PrescriberWord, SECOND_PRACTITIONER } from './demo-practice.ts'

const handlers = {
  ...appointmentsHandlers,
  ...billingHandlers,
  ...documentsHandlers,
  ...episodesHandlers,
  ...healthHandlers,
  ...notesHandlers,
  ...packagesHandlers,
  ...patientsHandlers,
  ...practiceHandlers,
  ...scheduleHandlers,
  ...waitlistHandlers,
}
/** A request the demo makes: those of the records, not of sign-in and backups. */
type DemoChannel = keyof typeof handlers

/** The demo clinic in the making: requests are made at a chosen time, planned ones in order of time. */
export type Stage = {
  readonly chance: Chance
  readonly today: LocalDate
  readonly diary: Diary
  readonly desk: Desk
  readonly dana: PractitionerId
  readonly theo: PractitionerId
  readonly payers: Readonly<Record<PayerWord | 'self', Payer['id']>>
  readonly prescribers: Readonly<Record<PrescriberWord, Prescriber>>
  /** Plans something to happen at a wall time. */
  plan(at: LocalDateTime, happening: () => void): void
  /** Sets the clinic’s time. */
  setTime(at: LocalDateTime): void
  /** The clinic’s present moment and day. */
  time(): { readonly now: Instant; readonly today: LocalDate }
  request<C extends DemoChannel>(channel: C, input: Input<C>): Output<C>
  services(): readonly Service[]
  /** Makes everything planned happen, the earliest first. */
  play(): void
}

/** What the stage is built on. */
export type StageParts = {
  readonly db: Database
  readonly chance: Chance
  readonly today: LocalDate
  readonly person: Person
  readonly resourcesDir: string
  readonly dataDir: string
}
export const DEMO_TIME_ZONE = demoSetUp('any password').clinic.timeZone

type Planned = { readonly at: LocalDateTime; readonly happening: () => void }

function takeEarliest(planned: Planned[]): Planned | undefined {
  const first = planned.reduce((best, each, index) => (each.at < (planned[best]?.at ?? '9') ? index : best), 0)
  return planned.splice(first, 1)[0]
}

/** Opens the stage on a clinic just set up: adds hours, rooms and visit types, the second practitioner, insurers and prescribers. */
export function openStage(parts: StageParts, begins: LocalDateTime): Stage {
  const { chance, today } = parts
  const time = { now: momentOf(begins, DEMO_TIME_ZONE), today: dayOf(begins) }
  const setTime = (at: LocalDateTime) => Object.assign(time, { now: momentOf(at, DEMO_TIME_ZONE), today: dayOf(at) })
  const request = requester(servicesFor(parts, time))
  const planned: Planned[] = []
  const [dana] = request('practice.listPractitioners', {})
  const desk = setUpDesk(today, {
    saveRules: rules => request('practice.saveDeskRules', rules),
    saveRoom: name => request('practice.saveRoom', { id: null, fields: { name }, isActive: true }).id,
    saveVisitType: fields => request('practice.saveVisitType', { id: null, fields, isActive: true }).id,
  })
  const { first, followUp, short } = desk.visitTypes
  const own = { ...SECOND_PRACTITIONER, hours: theosWeek(today), visitTypeIds: [first, followUp, short] }
  const theo = request('practice.savePractitioner', { id: null, fields: own, isActive: true })
  const self = request('practice.listPayers', {}).find(({ kind }) => kind === 'self-pay')
  if (!dana || !self) throw new Error('Set-up wrote a practitioner and the payer of self-pay patients.')
  return {
    chance,
    today,
    request,
    setTime,
    time: () => time,
    desk,
    diary: newDiary((who, day) => isWorked(who, day, today)),
    dana: dana.id,
    theo: theo.id,
    payers: {
      ...mapped(PAYERS, fields => request('practice.savePayer', { id: null, fields: { ...fields, autoModifiers: [...fields.autoModifiers] } }).id),
      self: self.id,
    },
    prescribers: mapped(PRESCRIBERS, fields => request('practice.savePrescriber', { id: null, fields })),
    plan: (at, happening) => void planned.push({ at, happening }),
    services: () => request('practice.listServices', {}),
    play() {
      // What happens may plan more, always for later.
      for (let next = takeEarliest(planned); next; next = takeEarliest(planned)) {
        setTime(next.at)
        next.happening()
      }
    },
  }
}

function servicesFor({ db, chance, person, resourcesDir, dataDir }: StageParts, time: { now: Instant; today: LocalDate }): Services {
  return {
    db,
    person,
    resourcesDir,
    dataDir,
    newId: chance.id,
    showName: () => undefined,
    emit: () => undefined,
    clock: { now: () => time.now, today: () => time.today },
    desktop: { chooseSavePath: async () => undefined, chooseFile: async () => undefined, chooseFolder: async () => undefined, openFile: async () => undefined },
    log: { info: () => undefined, error: () => undefined },
  }
}

// The same check and the same handler as the router’s; one transaction is around all of it instead of one around each.
function requester(services: Services): Stage['request'] {
  return (channel, input) => {
    const handler = handlers[channel] as (services: Services, input: unknown) => unknown
    const answer = handler(services, contract[channel].input.parse(input))
    if (answer instanceof Promise) throw new Error(`${channel} answers later; the demo cannot wait.`)
    return answer as never
  }
}

function mapped<Word extends string, From, To>(record: Readonly<Record<Word, From>>, make: (from: From) => To): Record<Word, To> {
  return Object.fromEntries(Object.entries<From>(record).map(([word, from]) => [word, make(from)])) as Record<Word, To>
}

/** The clinic’s yearly change of fees. Visits before it keep the old ones. */
export function raiseFees({ request, services }: Stage, from: LocalDate) {
  for (const { id, fees: _fees, ...fields } of services()) {
    const unitFee = NEW_FEES.get(fields.code)
    if (unitFee !== undefined) request('practice.saveService', { id, fields, fee: { effectiveFrom: from, unitFee: Amount.parse(unitFee) } })
  }
}
