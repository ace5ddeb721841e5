import { addMinutes, type LocalDateTime, localDateTime } from '../../shared/lib/dates.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { momentOf } from './demo-diary.ts'
import { bookSeries } from './demo-front-desk.ts'
import { thisSession } from './demo-marisol.ts'
import { writeNote } from './demo-notes.ts'
import { DEMO_TIME_ZONE, type Stage } from './demo-stage.ts'
import { begin, bookVisit, checkOut, finish, pay, type Role, yesterdayAt } from './demo-visits.ts'

type Visit = { readonly at: LocalDateTime; readonly minutes: number; readonly role: Role; readonly remark: string }

/** Today’s nine visits, each at another place on its way from booked to checked out, and one cancelled. The day is the same on a Sunday. */
const DAY: readonly (readonly [last: string, time: string, minutes: number, plan: (stage: Stage, visit: Visit) => void, remark?: string])[] = [
  ['Brandt', '08:00', 60, planCheckedOut],
  ['Cole', '09:00', 60, planSigned],
  ['Okafor', '10:00', 45, planUnsigned],
  ['Reyes', '10:45', 75, planInSession],
  ['Lindqvist', '12:00', 30, planArrived],
  ['Ferrante', '13:15', 60, planSeries, 'Brings the form of the work fund'],
  ['Nair', '14:15', 75, planBooked, 'New patient, intake form by e-mail'],
  ['Yoon', '15:30', 60, planBooked],
  ['Haddad', '16:30', 60, planCancelled],
]

/** Plans today’s visits for the nine people who have one. */
export function planToday(stage: Stage, roles: readonly Role[]) {
  for (const [last, time, minutes, plan, remark] of DAY) {
    const role = roles.find(each => each.person.today && each.person.name[1] === last)
    if (!role) throw new Error(`Nobody is called ${last} in the demo clinic.`)
    plan(stage, { at: localDateTime(`${stage.today}T${time}`), minutes, role, remark: remark ?? '' })
  }
}

function noteFor(stage: Stage, { role, minutes, at }: Visit): NoteContent {
  const visit = {
    index: role.person.done,
    minutes: Math.min(60, minutes),
    services: stage.services(),
    health: role.health(),
    hasStrokes: role.person.name[1] === 'Reyes',
  }
  return writeNote(stage.chance, role.course, { ...visit, begun: momentOf(addMinutes(at, 4), DEMO_TIME_ZONE) })
}

function planSession(stage: Stage, visit: Visit, written: { change: (content: NoteContent) => NoteContent; isSigned: boolean; isPaid: boolean }) {
  stage.plan(visit.at, () => {
    const begun = begin(stage, visit.role, visit)
    stage.plan(addMinutes(visit.at, visit.minutes - 2), () => {
      const content = written.change(noteFor(stage, visit))
      finish(stage, visit.role, begun, { content, isSigned: written.isSigned })
      if (!written.isPaid) return
      const invoice = checkOut(stage, visit.role, { ...begun, content, packageId: null })
      pay(stage, invoice, invoice.total)
    })
  })
}

const asWritten = (content: NoteContent) => content

function planCheckedOut(stage: Stage, visit: Visit) {
  planSession(stage, visit, { change: asWritten, isSigned: true, isPaid: true })
}

function planSigned(stage: Stage, visit: Visit) {
  planSession(stage, visit, { change: asWritten, isSigned: true, isPaid: false })
}

function planUnsigned(stage: Stage, visit: Visit) {
  planSession(stage, visit, { change: content => ({ ...content, plan: '' }), isSigned: false, isPaid: false })
}

/** The session that is going on, nearly done. */
function planInSession(stage: Stage, visit: Visit) {
  stage.plan(addMinutes(visit.at, 15), () => {
    const { noteId, revision } = begin(stage, visit.role, visit)
    const content = thisSession(stage.chance, noteFor(stage, visit))
    stage.plan(addMinutes(visit.at, 68), () => void stage.request('notes.saveDraft', { noteId, revision, content }))
  })
}

function planArrived(stage: Stage, visit: Visit) {
  stage.plan(addMinutes(visit.at, -11), () => {
    const appointmentId = bookVisit(stage, visit.role, visit)
    stage.request('appointments.setStatus', { appointmentId, status: 'arrived', reason: '' })
  })
}

function planBooked(stage: Stage, visit: Visit) {
  stage.plan(yesterdayAt(stage, '16:00'), () => void bookVisit(stage, visit.role, visit))
}

function planSeries(stage: Stage, visit: Visit) {
  stage.plan(yesterdayAt(stage, '16:05'), () => bookSeries(stage, visit.role, visit))
}

function planCancelled(stage: Stage, visit: Visit) {
  let appointmentId: ReturnType<typeof bookVisit> | undefined
  stage.plan(yesterdayAt(stage, '15:40'), () => {
    appointmentId = bookVisit(stage, visit.role, visit)
  })
  stage.plan(localDateTime(`${stage.today}T08:10`), () => {
    if (appointmentId) stage.request('appointments.setStatus', { appointmentId, status: 'cancelled', reason: 'Called at 8:10 am, child is sick' })
  })
}
