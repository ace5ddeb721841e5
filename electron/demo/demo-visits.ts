import { PaymentFields, type PaymentMethod } from '../../shared/billing/schema.ts'
import type { HealthHistory } from '../../shared/health/schema.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { addDays, addMinutes, dayOf, type LocalDate, type LocalDateTime, localDateTime, mondayOf } from '../../shared/lib/dates.ts'
import type { PackageId } from '../../shared/lib/ids.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { typeOfVisit } from './demo-desk.ts'
import { momentOf, workdayAfter, workdayBefore } from './demo-diary.ts'
import { drawnBy, pregnancyCleared, pregnancyTold, takeBack, withheldContent } from './demo-events.ts'
import { askAgain } from './demo-health.ts'
import { theosDays } from './demo-hours.ts'
import { earlierVisit } from './demo-marisol.ts'
import { type Course, writeNote } from './demo-notes.ts'
import { packageFor } from './demo-packages.ts'
import type { DemoPerson } from './demo-people.ts'
import { PAYERS } from './demo-practice.ts'
import type { Registered } from './demo-registration.ts'
import { DEMO_TIME_ZONE, type Stage } from './demo-stage.ts'

/** A person on the stage: who they are, how their course goes, and their records once they are registered. */
export type Role = {
  readonly person: DemoPerson
  readonly course: Course
  records(): Registered
  /** Their health as last told; null before an intake. */
  health(): HealthHistory | null
  learn(history: HealthHistory): void
}

type Invoice = Output<'billing.checkOut'>
const HOUR = 60

/** The days of the visits done before today, always on the person's own weekday. The last one of an unsigned note lies two days back. */
export function pastDays({ today }: Stage, person: DemoPerson): LocalDate[] {
  return Array.from({ length: person.done }, (_, index) => {
    const isLast = index === person.done - 1
    if (person.unsigned && isLast) return workdayBefore(addDays(today, -2))
    const day = addDays(today, -Math.max(1, (person.since - 1) * 7 - index * person.every))
    return workdayBefore(person.today ? addDays(day, -7) : lastBefore(today, ownDay(person, day, today)))
  })
}

// The person's own weekday (never today's, which is full enough) in the week of a day.
function ownDay({ name, theo }: DemoPerson, day: LocalDate, today: LocalDate): LocalDate {
  const works = (weekday: number) => !theo || theosDays(today).includes(weekday + 1)
  const weekdays = [0, 1, 2, 3, 4].filter(weekday => addDays(mondayOf(today), weekday) !== today && works(weekday))
  const place = name
    .join(' ')
    .split('')
    .reduce((sum, letter, index) => sum + letter.charCodeAt(0) * (index + 1), 0)
  return addDays(mondayOf(day), weekdays[place % weekdays.length] ?? 0)
}

const lastBefore = (today: LocalDate, day: LocalDate) => (day < today ? day : addDays(day, -7))
const firstAfter = (today: LocalDate, day: LocalDate) => (day > today ? day : addDays(day, 7))

/** Plans the visits of the past with their notes, signatures, check-outs and payments, and now and then one that was missed. */
export function planPastVisits(stage: Stage, role: Role, days: readonly LocalDate[]) {
  const { chance } = stage
  const start = chance.between(0, 7)
  for (const [index, day] of days.entries()) {
    const isMissed = !role.person.today && index > 0 && index < days.length - 1 && chance.isTrue(0.07)
    if (isMissed) planMissed(stage, role, { day: workdayBefore(addDays(day, -2)), start, status: chance.isTrue(0.5) ? 'no-show' : 'cancelled' })
    planVisit(stage, role, { index, at: stage.diary.take(whoTreats(role), day, { start, step: -1 }) })
  }
}

const whoTreats = ({ person }: Role): 'dana' | 'theo' => (person.theo ? 'theo' : 'dana')

/** Books a visit for the person at a time, in the room of who treats. Between visits of the diary there is time to change the room; today there is none. */
export function bookVisit({ request, dana, theo, desk, today }: Stage, role: Role, visit: { at: LocalDateTime; minutes: number; remark?: string }) {
  const { patientId, episodeId } = role.records()
  const who = whoTreats(role)
  const fields = {
    patientId,
    episodeId,
    practitionerId: who === 'theo' ? theo : dana,
    roomId: desk.rooms[who],
    startsAt: visit.at,
    minutes: visit.minutes,
    remark: visit.remark ?? '',
    visitTypeId: desk.visitTypes[typeOfVisit(visit.minutes, role.person.done === 0)],
    bufferMinutes: dayOf(visit.at) === today ? 0 : BETWEEN_VISITS,
  }
  return request('appointments.book', { fields }).id
}

/** Minutes that fit between the visits of the diary, which begin every hour and a quarter. */
const BETWEEN_VISITS = 10

// A no-show is charged the clinic’s fee; somebody who calls two days before is not late.
function planMissed(stage: Stage, role: Role, missed: { day: LocalDate; start: number; status: 'no-show' | 'cancelled' }) {
  const { request } = stage
  const at = stage.diary.take(whoTreats(role), missed.day, { start: missed.start, step: -1 })
  const isNoShow = missed.status === 'no-show'
  stage.plan(isNoShow ? addMinutes(at, 20) : localDateTime(`${addDays(dayOf(at), -2)}T09:40`), () => {
    const appointmentId = bookVisit(stage, role, { at, minutes: HOUR })
    request('appointments.setStatus', { appointmentId, status: missed.status, reason: isNoShow ? '' : stage.chance.pick(['Ill', 'Work', 'Childcare']) })
    if (!isNoShow) return
    const { fee } = request('appointments.missedPolicy', { appointmentId, status: 'no-show' })
    pay(stage, request('billing.chargeMissed', { appointmentId, amount: PaymentFields.shape.amount.parse(fee) }), fee)
  })
}

function planVisit(stage: Stage, role: Role, { index, at }: { index: number; at: LocalDateTime }) {
  const isUnsigned = role.person.unsigned && index === role.person.done - 1
  let begun: Begun | undefined
  stage.plan(addMinutes(at, -2), () => {
    begun = begin(stage, role, { at, minutes: HOUR })
  })
  stage.plan(addMinutes(at, HOUR), () => {
    if (!begun) throw new Error('A visit ended before it began.')
    const event = role.person.event?.[1] === index ? role.person.event[0] : null
    if (event === 'withheld') {
      finish(stage, role, begun, { content: withheldContent(role.health()), isSigned: true })
      return
    }
    if (index === ASKED_AGAIN_AT) tellAgain(stage, role)
    const written = contentOf(stage, role, { index, at })
    if (event === 'in-error') begun = writtenInError(stage, role, begun, written)
    const content = event === 'pregnancy-told' ? pregnancyTold(stage, role, written) : written
    finish(stage, role, begun, { content, isSigned: !isUnsigned })
    if (!isUnsigned) settle(stage, role, { ...begun, content }, index)
    if (event === 'pregnancy-told') stage.plan(addMinutes(at, 24 * HOUR), () => pregnancyCleared(stage, role))
  })
}

/** The visit at which patients are asked whether anything changed since the intake. */
const ASKED_AGAIN_AT = 2

function tellAgain(stage: Stage, role: Role) {
  const history = role.health()
  if (history) role.learn(askAgain(stage, role.records().patientId, history, role.person.health.later))
}

function contentOf(stage: Stage, role: Role, { index, at }: { index: number; at: LocalDateTime }): NoteContent {
  const begun = momentOf(addMinutes(at, 5), DEMO_TIME_ZONE)
  const content = writeNote(stage.chance, role.course, { index, minutes: HOUR, services: stage.services(), health: role.health(), begun })
  return role.person.name[1] === 'Reyes' ? earlierVisit(content, index) : content
}

// Another patient’s words, signed, noticed and taken back the same hour.
function writtenInError(stage: Stage, role: Role, begun: Begun, written: NoteContent): Begun {
  const wrong = { ...written, subjective: 'Knee sore after skiing at the weekend.', objective: 'Swelling below the right kneecap.', marks: [], rom: [] }
  finish(stage, role, begun, { content: wrong, isSigned: true })
  return takeBack(stage, begun)
}

/** A visit whose note is begun. */
export type Begun = { readonly appointmentId: Output<'appointments.book'>['id']; readonly noteId: Output<'notes.begin'>['id']; readonly revision: number }

/** Books a visit, lets the patient arrive and begins the note. */
export function begin(stage: Stage, role: Role, visit: { at: LocalDateTime; minutes: number }): Begun {
  const appointmentId = bookVisit(stage, role, visit)
  stage.request('appointments.setStatus', { appointmentId, status: 'arrived', reason: '' })
  const note = stage.request('notes.begin', { appointmentId })
  return { appointmentId, noteId: note.id, revision: note.revision }
}

/** Saves what the therapist wrote, and signs it or leaves it for later; the session is over either way. */
export function finish(stage: Stage, role: Role, { appointmentId, noteId, revision }: Begun, written: { content: NoteContent; isSigned: boolean }) {
  const saved = stage.request('notes.saveDraft', { noteId, revision, content: written.content })
  if (written.isSigned) stage.request('notes.sign', { noteId, revision: saved.revision, drawn: drawnBy(role) })
  else stage.request('appointments.setStatus', { appointmentId, status: 'finished', reason: '' })
}

/** What part of a patient’s first bill stays open where only a part is paid, in cents. */
const LEFT_OPEN = 4500
const PAID_LATER_DAYS = 12

function settle(stage: Stage, role: Role, written: Written, index: number) {
  const packageId = packageFor(stage, role, index)
  const invoice = checkOut(stage, role, { ...written, packageId })
  if (packageId !== null) return
  const isUnpaid = role.person.pays === 'late' || (role.person.pays === 'not-yet' && index >= role.person.done - 3)
  if (!isUnpaid) pay(stage, invoice, role.person.pays === 'part' && index === 0 ? invoice.total - LEFT_OPEN : invoice.total)
  if (role.person.pays === 'late') payLater(stage, invoice)
}

type Written = Pick<Begun, 'appointmentId'> & { readonly content: NoteContent }

/** Charges a visit; where the payer asks whether massage and manual therapy were apart, says what the note bears out. */
export function checkOut({ request }: Stage, { person }: Role, visit: Written & { readonly packageId: PackageId | null }): Invoice {
  const { appointmentId, packageId, content } = visit
  const strokes = content.blocks.find(({ code }) => code === '97124')
  const asks = person.kind === 'illness' && person.payer !== null && PAYERS[person.payer].sameDayModifier !== 'none'
  if (asks && strokes) request('billing.answerSameDay', { appointmentId, answer: strokes.regions.length > 0 ? 'regions' : 'time' })
  return request('billing.checkOut', { appointmentId, payment: null, packageId })
}

/** Takes an amount in cents for an invoice today, by one of the usual ways. */
export function pay({ chance, request, time }: Stage, invoice: Invoice, amount: number) {
  const method = chance.pick<PaymentMethod>(['card', 'card', 'card', 'hsa', 'check', 'cash'])
  const reference = method === 'check' ? String(chance.between(1001, 1999)) : ''
  request('billing.takePayment', {
    invoiceId: invoice.id,
    payment: { amount: PaymentFields.shape.amount.parse(amount), method, reference },
    paidOn: time().today,
  })
}

function payLater(stage: Stage, invoice: Invoice) {
  const on = addDays(invoice.serviceOn, PAID_LATER_DAYS)
  if (on < stage.today) stage.plan(localDateTime(`${on}T12:30`), () => pay(stage, invoice, invoice.total))
}

/** Books the visits to come, one after another, as the desk did yesterday. */
export function planVisitsAhead(stage: Stage, role: Role) {
  const start = stage.chance.between(0, 7)
  for (let turn = 1; turn <= role.person.ahead; turn += 1) {
    const { today } = stage
    const next = role.person.today ? addDays(today, 7) : firstAfter(today, ownDay(role.person, today, today))
    const day = workdayAfter(role.person.soon && turn === 1 ? addDays(today, 1) : addDays(next, (turn - 1) * 7))
    const at = stage.diary.take(whoTreats(role), day, { start, step: 1 })
    stage.plan(yesterdayAt(stage, '16:30'), () => {
      const appointmentId = bookVisit(stage, role, { at, minutes: HOUR })
      if (dayOf(at) <= addDays(stage.today, 3) && stage.chance.isTrue(0.4))
        stage.request('appointments.setStatus', { appointmentId, status: 'confirmed', reason: '' })
    })
  }
}

/** A wall time of the day before today. */
export const yesterdayAt = ({ today }: Stage, time: string) => localDateTime(`${addDays(today, -1)}T${time}`)
