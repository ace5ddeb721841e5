import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Instant } from '../../shared/lib/dates.ts'
import type { AppointmentId, PackageTypeId, PatientId, ProductId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { prepareFolder } from '../access/clinic-files.ts'
import { createHost } from '../app/create-host.ts'
import type { Database } from '../db/open.ts'
import { handlers } from '../ipc/handlers.ts'
import { createRouter, type Invoke } from '../ipc/router.ts'
import { fakeDesktop } from './fake-desktop.ts'
import { aNote, anEpisode, aPatient, aVisit } from './records.ts'
import { aSetUp } from './set-up.ts'
import { countedIds, TEST_KDF, TEST_NOW, type TestApp } from './test-app.ts'

/** A clinic with treated visits, products and packages for random histories of money, and its open file for an independent look. */
export type MoneyClinic = {
  readonly invoke: Invoke
  readonly db: Database
  /** Two of one household, and a stranger. */
  readonly patients: readonly PatientId[]
  readonly visits: readonly AppointmentId[]
  readonly productId: ProductId
  readonly packageTypes: readonly PackageTypeId[]
  /** What went wrong unforeseen so far. */
  readonly errors: readonly string[]
  remove(): void
}

/** Makes such a clinic on a temporary folder, through the real router. */
export async function moneyClinic({ checksAnswers }: { checksAnswers: boolean }): Promise<MoneyClinic> {
  const dir = mkdtempSync(join(tmpdir(), 'myodesk-money-'))
  const errors: string[] = []
  const log = { info: () => undefined, error: (event: string, error: unknown) => void errors.push(`${event}: ${String(error)}`) }
  const resourcesDir = resolve(import.meta.dirname, '../../resources')
  const surroundings = { dataDir: dir, resourcesDir, desktop: fakeDesktop(), log, version: '0', kdfCost: TEST_KDF, newId: countedIds() }
  const host = createHost({ ...surroundings, clock: { now: () => TEST_NOW as Instant } }, () => undefined)
  prepareFolder(host.own)
  const services = () => {
    if (!host.open || !host.person) throw new Error('Nobody is signed in.')
    return { ...host, db: host.open.db, person: host.person, dataDir: dir, showName: () => undefined }
  }
  const invoke = createRouter(handlers, { host, services, checksAnswers })
  const request: TestApp['request'] = async (channel, input) => {
    const result = await invoke(channel, input)
    if (!result.ok) throw new Error(`${channel}: ${result.error.message}`)
    return result.value as never
  }
  await request('access.setUpClinic', aSetUp())
  const { db } = services()
  const remove = () => {
    db.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return { invoke, db, errors, remove, ...(await fill(request)) }
}

const TREATED = [
  ['2026-11-19T08:00', 0, { 97124: 52 }],
  ['2026-11-18T09:00', 0, { 97124: 24, 97140: 23 }],
  ['2026-10-01T10:00', 0, { 97140: 8 }],
  ['2026-09-02T10:00', 1, { 97124: 38 }],
  ['2026-08-03T10:00', 1, { 97124: 60 }],
  ['2026-11-17T11:00', 2, { 97124: 15 }],
] as const

async function fill(request: TestApp['request']): Promise<Pick<MoneyClinic, 'patients' | 'visits' | 'productId' | 'packageTypes'>> {
  const test = { request } as TestApp
  const patients = [
    await aPatient(test),
    await aPatient(test, { firstName: 'Leo', phone: '' }),
    await aPatient(test, { firstName: 'Zoe', lastName: 'Amundsen', phone: '' }),
  ]
  const [first, second] = patients
  if (first && second) await request('patients.joinHousehold', { patientId: second, withId: first })
  const visits: AppointmentId[] = []
  for (const [startsAt, whose, minutes] of TREATED) {
    const patientId = patients[whose]
    if (!patientId) throw new Error('No such patient.')
    const { id } = await aVisit(test, { patientId, episodeId: await anEpisode(test, patientId), startsAt })
    await aNote(test, id, { minutes, isSigned: true })
    visits.push(id)
  }
  const roller = { name: 'Foam roller', price: cents(2999), isTaxable: true, isActive: true }
  const { id: productId } = await request('practice.saveProduct', { id: null, fields: roller })
  const visitsAhead = { name: 'Three visits', counts: 'visits' as const, amount: 3, price: cents(20_000), monthsValid: null, isShared: true, isActive: true }
  const minutesAhead = { ...visitsAhead, name: '90 minutes', counts: 'minutes' as const, amount: 90, price: cents(17_777), isShared: false }
  const more = { ...visitsAhead, name: 'Seven visits', amount: 7, price: cents(43_210) }
  const packageTypes: PackageTypeId[] = []
  for (const fields of [visitsAhead, minutesAhead, more]) packageTypes.push((await request('packages.saveType', { id: null, fields })).id)
  return { patients, visits, productId, packageTypes }
}
