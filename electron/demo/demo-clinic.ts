import { DEMO_PASSWORD } from '../../shared/access/demo-password.ts'
import type { HealthHistory } from '../../shared/health/schema.ts'
import { addDays, dayOf, type Instant, localDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { clinicFiles, prepareFolder } from '../access/clinic-files.ts'
import { closeClinic, type Host } from '../access/host.ts'
import { ORDINARY_COST } from '../access/key-slot.ts'
import { setUpClinic } from '../access/set-up.ts'
import type { Clock } from '../app/clock.ts'
import { transaction } from '../db/transaction.ts'
import { chanceFrom } from './chance.ts'
import { momentOf, workdayBefore } from './demo-diary.ts'
import { planBlocks, planCalls, planWaitlist, reserveTimes } from './demo-front-desk.ts'
import { takeIntake } from './demo-health.ts'
import { courseOf } from './demo-notes.ts'
import { planShop } from './demo-packages.ts'
import { planPapers } from './demo-papers.ts'
import { type DemoPerson, demoPeople } from './demo-people.ts'
import { demoSetUp } from './demo-practice.ts'
import { prescribe, type Registered, register } from './demo-registration.ts'
import { DEMO_TIME_ZONE, openStage, raiseFees, type Stage } from './demo-stage.ts'
import { planToday } from './demo-today.ts'
import { pastDays, planPastVisits, planVisitsAhead, type Role } from './demo-visits.ts'

/** Where the demo clinic is made, and the day it is made for. */
export type DemoPlace = { readonly dir: string; readonly resourcesDir: string; readonly clock: Clock }

/** The same clinic each time for the same day. */
const SEED = 20_261_119
/** How far back the records go, and when the fees went up, in days before today. */
const BEGINS_BEFORE = 210
const FEES_RAISED_BEFORE = 75

/**
 * Makes the demo clinic’s files in a folder without a clinic: one believable practice, made by the product’s own requests at the times they would have
 * happened, in one transaction. The same clock gives the same records. Its owner signs in with the demo password.
 */
export async function makeDemoClinic({ dir, resourcesDir, clock }: DemoPlace): Promise<void> {
  const chance = chanceFrom(SEED)
  const today = dayOf(wallTimeOf(clock.now(), DEMO_TIME_ZONE))
  const begins = localDateTime(`${workdayBefore(addDays(today, -BEGINS_BEFORE))}T08:00`)
  const host = demoHost(dir, resourcesDir, { now: momentOf(begins, DEMO_TIME_ZONE), newId: chance.id })
  prepareFolder(host.files)
  await setUpClinic(host, demoSetUp(DEMO_PASSWORD))
  try {
    const { open, person } = host
    if (!open || !person) throw new Error('The demo clinic did not open.')
    const stage = () => openStage({ db: open.db, chance, today, person, resourcesDir, dataDir: dir }, begins)
    transaction(open.db, () => playAll(stage(), demoPeople(resourcesDir)))
  } finally {
    closeClinic(host)
  }
}

// The product’s own set-up, with the records staying open: the demo is made in them before anyone signs in.
function demoHost(dir: string, resourcesDir: string, made: { now: Instant; newId: () => string }): Host {
  const files = clinicFiles(dir)
  return {
    own: files,
    demo: files,
    files,
    resourcesDir,
    makesDemo: true,
    version: 'demo',
    kdfCost: ORDINARY_COST,
    newId: made.newId,
    emit: () => undefined,
    inTurn: work => work(),
    clock: { now: () => made.now, today: () => dayOf(wallTimeOf(made.now, DEMO_TIME_ZONE)) },
    desktop: { chooseSavePath: async () => undefined, chooseFile: async () => undefined, chooseFolder: async () => undefined, openFile: async () => undefined },
    log: { info: () => undefined, error: () => undefined },
    open: undefined,
    person: undefined,
    problem: undefined,
    locked: undefined,
  }
}

function playAll(stage: Stage, people: readonly DemoPerson[]) {
  const changes = workdayBefore(addDays(stage.today, -FEES_RAISED_BEFORE))
  stage.plan(localDateTime(`${changes}T07:30`), () => raiseFees(stage, changes))
  reserveTimes(stage)
  const idOf = (name: string) => roles.find(({ person }) => person.name.join(' ') === name)?.records().patientId ?? null
  const roles: readonly Role[] = people.map((person, index): Role => planPerson(stage, person, { number: index + 44, household: idOf }))

  planToday(stage, roles)
  planShop(stage, roles, changes)
  planBlocks(stage)
  planWaitlist(stage, roles)
  planCalls(stage)
  stage.play()
}

function planPerson(stage: Stage, person: DemoPerson, { number, household }: { number: number; household: (name: string) => PatientId | null }): Role {
  const course = courseOf(stage.chance, person.condition, person.trend, person.done + (person.today ? 1 : 0))
  const days = pastDays(stage, person)
  const first = days[0] ?? stage.today
  let registered: Registered | undefined
  let health: HealthHistory | null = null
  const role: Role = {
    person,
    course,
    records() {
      if (!registered) throw new Error(`${person.name.join(' ')} is not registered yet.`)
      return registered
    },
    health: () => health,
    learn(history) {
      health = history
    },
  }
  stage.plan(localDateTime(`${workdayBefore(addDays(first, -3))}T16:45`), () => {
    registered = register(stage, person, { course, first, number, household: household(person.household) })
    // A new patient without a visit yet fills in the form on arrival.
    if (days.length > 0) health = takeIntake(stage, person, { patientId: registered.patientId, number })
  })
  planRenewal(stage, role, days)
  planPastVisits(stage, role, days)
  planPapers(stage, role, days)
  planVisitsAhead(stage, role)
  return role
}

function planRenewal(stage: Stage, role: Role, days: readonly ReturnType<typeof pastDays>[number][]) {
  const next = role.person.rx && role.person.renewed ? days[role.person.rx[0]] : undefined
  if (next)
    stage.plan(localDateTime(`${addDays(next, -1)}T11:00`), () =>
      prescribe(stage, role.person, { episodeId: role.records().episodeId, writtenOn: addDays(next, -1) }),
    )
}
