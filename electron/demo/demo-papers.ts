import type { LetterKind } from '../../shared/documents/progress-letter.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { addDays, type LocalDate, localDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { PRESCRIBERS } from './demo-practice.ts'
import { scoresAt } from './demo-scores.ts'
import type { Stage } from './demo-stage.ts'
import type { Role } from './demo-visits.ts'

/** The visit after which the first superbill is issued. */
const BILLED_VISITS = 4
/** Visits after which a letter is written where no prescription says so. */
const REPORTED_VISITS = 6
/** Days until a physician’s answer comes back. */
const ANSWERED_AFTER = 3

/** Plans the superbills, corrected superbills, letters and note papers of a person, and the end of the episode. */
export function planPapers(stage: Stage, role: Role, days: readonly LocalDate[]) {
  const { papers, closed, rx } = role.person
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return
  const billed = days[Math.min(BILLED_VISITS, days.length) - 1] ?? last
  const reported = (visits: number) => addDays(days[Math.min(days.length, visits) - 1] ?? last, 1)
  if (papers.includes('superbill')) planSuperbill(stage, role, { from: first, to: billed })
  if (papers.includes('initial')) planLetter(stage, role, { kind: 'initial', on: addDays(first, 1) })
  if (papers.includes('re-evaluation')) planLetter(stage, role, { kind: 're-evaluation', on: reported(REPORTED_VISITS) })
  if (papers.includes('progress')) planLetter(stage, role, { kind: 'progress', on: reported(rx?.[0] ?? REPORTED_VISITS) })
  if (papers.includes('refer-back')) planLetter(stage, role, { kind: 'refer-back', on: addDays(last, 1) })
  if (papers.includes('draft')) planLetter(stage, role, { kind: 'progress', on: addDays(stage.today, -1), isDraft: true })
  if (papers.includes('discharge')) planLetter(stage, role, { kind: 'discharge', on: addDays(last, 2) })
  if (papers.includes('notes')) planNotes(stage, role, addDays(last, 2))
  if (closed) planClose(stage, role, addDays(last, 3))
}

const evening = (stage: Stage, day: LocalDate, time: string) => localDateTime(`${day < stage.today ? day : addDays(stage.today, -1)}T${time}`)

function planSuperbill(stage: Stage, role: Role, range: { from: LocalDate; to: LocalDate }) {
  const days = () => ({ patientId: role.records().patientId, ...range })
  stage.plan(evening(stage, addDays(range.to, 1), '17:40'), () => {
    const issued = stage.request('documents.issueSuperbill', { ...days(), replaces: null, reason: '' })
    send(stage, issued, { how: 'by-hand', sentTo: role.person.name.join(' ') })
    if (!role.person.papers.includes('corrected')) return
    stage.plan(evening(stage, addDays(range.to, 14), '17:45'), () => {
      stage.request('documents.issueSuperbill', { ...days(), replaces: issued.id, reason: 'Paid since it was issued' })
    })
  })
}

function planLetter(stage: Stage, role: Role, letter: { kind: LetterKind; on: LocalDate; isDraft?: boolean }) {
  stage.plan(evening(stage, letter.on, '17:50'), () => {
    const { id } = stage.request('documents.beginLetter', { episodeId: role.records().episodeId, kind: letter.kind })
    if (letter.isDraft) return
    const { document } = stage.request('documents.signLetter', { letterId: id })
    if (!document || role.person.by === null) return
    send(stage, document, { how: 'fax', sentTo: `${PRESCRIBERS[role.person.by].name}, ${PRESCRIBERS[role.person.by].fax}` })
    if (letter.kind === 'progress' && role.person.papers.includes('answered')) planAnswer(stage, document)
  })
}

function send({ request, time }: Stage, { id }: IssuedDocument, how: { how: 'fax' | 'by-hand'; sentTo: string }) {
  request('documents.recordSending', { documentId: id, sending: { sentOn: time().today, ...how } })
}

// The physician ticked “medically necessary” and faxed it back: the next prescription comes with the answer.
function planAnswer(stage: Stage, { id, issuedOn }: IssuedDocument) {
  const on = addDays(issuedOn, ANSWERED_AFTER)
  if (on >= stage.today) return
  stage.plan(evening(stage, on, '11:20'), () => {
    const { suggested } = stage.request('documents.getTrail', { documentId: id })
    const answer = { receivedOn: on, answer: 'approved' as const, remark: 'By fax. “Good progress, please go on.”' }
    stage.request('documents.recordAnswer', { documentId: id, answer, prescription: suggested })
  })
}

/** The last visit’s note and the packet of all, as an insurer or an attorney asks for them. */
function planNotes(stage: Stage, role: Role, on: LocalDate) {
  stage.plan(evening(stage, on, '17:52'), () => {
    const { patientId, episodeId } = role.records()
    const noteId = lastSigned(stage, patientId)
    if (noteId) stage.request('documents.issueVisitNote', { noteId })
    const packet = stage.request('documents.issueNotePacket', { episodeId })
    send(stage, packet, { how: 'by-hand', sentTo: `${role.person.name.join(' ')}, for the insurer` })
  })
}

function lastSigned({ request }: Stage, patientId: PatientId) {
  return request('notes.listOfPatient', { patientId }).find(({ state }) => state === 'signed')?.id
}

function planClose(stage: Stage, role: Role, on: LocalDate) {
  stage.plan(evening(stage, on, '17:55'), () => {
    const closedOn = on < stage.today ? on : addDays(stage.today, -1)
    stage.request('episodes.close', {
      episodeId: role.records().episodeId,
      closedOn,
      kind: 'goals-met',
      reason: 'Series finished',
      finalMeasures: role.person.papers.includes('discharge') ? finalMeasures(role, closedOn) : null,
      cancelBookings: [],
    })
  })
}

/** Asked by phone a few days after the last visit. */
function finalMeasures({ course }: Role, on: LocalDate) {
  const { condition, trend } = course
  const scores = [0, 2].flatMap(index => scoresAt(condition, trend, { index, way: 1 }))
  return { on, painNow: 1, activities: condition.activities.map((name, i) => ({ name, score: 8 + (i % 2) })), scores }
}
