import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { EpisodeId, type PatientId } from '../../shared/lib/ids.ts'
import { refuseClinicFile } from '../app/paths.ts'
import { printAnswer } from './print.ts'
import { type Session, signInHeadless } from './session.ts'

/** Issues the superbill of a patient’s days (or takes the one issued before for the same visits) and saves its PDF. */
export async function saveSuperbill(session: Session): Promise<number> {
  const { patient, from, to, out } = session.options
  if (!patient || !from || !out) throw new DomainError('invalid_input', 'A superbill needs --patient CHART --from DAY [--to DAY] --out FILE.')
  makeRoomFor(out)
  await signInHeadless(session)
  const range = { patientId: await patientOf(session, patient), from: dayOf('--from', from), to: dayOf('--to', to ?? from) }
  const preview = await session.request('documents.previewSuperbill', range)
  const issued = preview.issued ?? (await session.request('documents.issueSuperbill', { ...range, replaces: null, reason: '' }))
  session.saveTo(out)
  const saved = await session.request('documents.saveAs', { documentId: issued.id })
  printAnswer({ number: issued.number, version: issued.version, total: issued.total, path: saved?.path ?? null, readiness: preview.readiness })
  return 0
}

/** Writes and signs the progress letter of an episode, as filled from the records, and saves its PDF. */
export async function saveLetter(session: Session): Promise<number> {
  const { patient, episode, out } = session.options
  if ((!patient && !episode) || !out) throw new DomainError('invalid_input', 'A letter needs --patient CHART or --episode ID, and --out FILE.')
  makeRoomFor(out)
  await signInHeadless(session)
  const episodeId = episode ? episodeOf(episode) : await openEpisodeOf(session, await patientOf(session, patient ?? ''))
  const draft = await session.request('documents.beginLetter', { episodeId, kind: 'progress' })
  const letter = await session.request('documents.signLetter', { letterId: draft.id })
  if (!letter.document) throw new DomainError('unexpected', 'The letter was not signed.')
  session.saveTo(out)
  const saved = await session.request('documents.saveAs', { documentId: letter.document.id })
  printAnswer({ number: letter.document.number, to: letter.toName, path: saved?.path ?? null })
  return 0
}

// Asked before anything is issued or signed: a paper that cannot be saved must not be in the records.
function makeRoomFor(out: string) {
  const path = resolve(out)
  refuseClinicFile(path)
  try {
    mkdirSync(dirname(path), { recursive: true })
    accessSync(dirname(path), constants.W_OK)
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  } catch {
    throw new DomainError('storage', `Nothing can be saved in ${dirname(path)}. Choose another folder.`)
  }
  throw new DomainError('storage', `${path} is a folder. Name a file in it.`)
}

function episodeOf(given: string): EpisodeId {
  const id = EpisodeId.safeParse(given)
  if (!id.success) throw new DomainError('invalid_input', '--episode takes an episode’s ID, as episodes.list shows it.')
  return id.data
}

async function patientOf(session: Session, chart: string): Promise<PatientId> {
  const { rows } = await session.request('patients.search', { text: chart, scope: 'all', limit: 20 })
  const found = rows.find(row => row.chartNumber.toLowerCase() === chart.trim().toLowerCase())
  if (!found) throw new DomainError('not_found', `No patient has the chart number ${chart}.`)
  return found.id
}

async function openEpisodeOf(session: Session, patientId: PatientId) {
  const episodes = await session.request('episodes.list', { patientId })
  const open = episodes.filter(one => one.closedOn === null)
  const only = open[0] ?? episodes[0]
  if (open.length > 1) throw new DomainError('invalid_input', `This patient has ${open.length} open episodes. Name one with --episode ID.`)
  if (!only) throw new DomainError('not_found', 'This patient has no episode to write about.')
  return only.id
}

function dayOf(option: string, given: string): LocalDate {
  const day = LocalDate.safeParse(given)
  if (!day.success) throw new DomainError('invalid_input', `${option} takes a day such as 2026-11-19.`)
  return day.data
}
