import type { LetterKind } from '../../shared/documents/progress-letter.ts'
import { addDays, type LocalDate, localDateTime } from '../../shared/lib/dates.ts'
import type { Stage } from './demo-stage.ts'
import type { Role } from './demo-visits.ts'

/** The visit after which the first superbill is issued. */
const BILLED_VISITS = 4

/** Plans the superbills, corrected superbills and letters of a person, and the end of the episode. */
export function planPapers(stage: Stage, role: Role, days: readonly LocalDate[]) {
  const { papers, closed } = role.person
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return
  const billed = days[Math.min(BILLED_VISITS, days.length) - 1] ?? last
  if (papers.includes('superbill')) planSuperbill(stage, role, { from: first, to: billed })
  if (papers.includes('initial')) planLetter(stage, role, { kind: 'initial', on: addDays(first, 1) })
  if (papers.includes('progress'))
    planLetter(stage, role, { kind: 'progress', on: addDays(days[Math.min(days.length, role.person.rx?.[0] ?? 6) - 1] ?? last, 1) })
  if (papers.includes('refer-back')) planLetter(stage, role, { kind: 'refer-back', on: addDays(last, 1) })
  if (papers.includes('draft')) planLetter(stage, role, { kind: 'progress', on: addDays(stage.today, -1), isDraft: true })
  if (papers.includes('discharge')) planLetter(stage, role, { kind: 'discharge', on: addDays(last, 2) })
  if (closed) planClose(stage, role, addDays(last, 3))
}

const evening = (stage: Stage, day: LocalDate, time: string) => localDateTime(`${day < stage.today ? day : addDays(stage.today, -1)}T${time}`)

function planSuperbill(stage: Stage, role: Role, range: { from: LocalDate; to: LocalDate }) {
  const days = () => ({ patientId: role.records().patientId, ...range })
  stage.plan(evening(stage, addDays(range.to, 1), '17:40'), () => {
    const issued = stage.request('documents.issueSuperbill', { ...days(), replaces: null, reason: '' })
    if (!role.person.papers.includes('corrected')) return
    stage.plan(evening(stage, addDays(range.to, 14), '17:45'), () => {
      stage.request('documents.issueSuperbill', { ...days(), replaces: issued.id, reason: 'Paid since it was issued' })
    })
  })
}

function planLetter(stage: Stage, role: Role, letter: { kind: LetterKind; on: LocalDate; isDraft?: boolean }) {
  stage.plan(evening(stage, letter.on, '17:50'), () => {
    const { id } = stage.request('documents.beginLetter', { episodeId: role.records().episodeId, kind: letter.kind })
    if (!letter.isDraft) stage.request('documents.signLetter', { letterId: id })
  })
}

function planClose(stage: Stage, role: Role, on: LocalDate) {
  stage.plan(evening(stage, on, '17:55'), () => {
    stage.request('episodes.close', {
      episodeId: role.records().episodeId,
      closedOn: on < stage.today ? on : addDays(stage.today, -1),
      kind: 'goals-met',
      reason: 'Series finished',
      finalMeasures: null,
      cancelBookings: [],
    })
  })
}
