import type { Input } from '../../shared/ipc/contract.ts'
import { addDays, clockOf, type LocalDate, type LocalDateTime, localDateTime, weekdayOf } from '../../shared/lib/dates.ts'
import { federalHoliday } from '../../shared/schedule/holidays.ts'
import { TRAINING, theosVacation, trainingDay } from './demo-hours.ts'
import type { Stage } from './demo-stage.ts'
import { type Role, yesterdayAt } from './demo-visits.ts'

const SERIES_VISITS = 4
const MONDAY_AND_WEDNESDAY = [1, 3]

/** The mornings of the series: the next Mondays and Wednesdays that are no holiday. */
function seriesTimes(today: LocalDate): LocalDateTime[] {
  const days = Array.from({ length: 28 }, (_, ahead) => addDays(today, ahead + 1))
  const open = days.filter(day => MONDAY_AND_WEDNESDAY.includes(weekdayOf(day)) && federalHoliday(day) === undefined)
  return open.slice(0, SERIES_VISITS).map(day => localDateTime(`${day}T08:00`))
}

/** Keeps the times of the series and of the training out of the diary, before anybody is booked there. */
export function reserveTimes({ diary, today }: Stage) {
  for (const at of seriesTimes(today)) diary.keep('dana', at)
  for (const who of ['dana', 'theo']) for (const start of ['15:25', '16:30']) diary.keep(who, localDateTime(`${trainingDay(today)}T${start}`))
}

/** Books today’s visit and the mornings after it as one series, all that the prescription leaves; today’s is confirmed and has its remark. */
export function bookSeries({ request, dana, desk, today }: Stage, role: Role, visit: { at: LocalDateTime; minutes: number; remark: string }) {
  const { patientId, episodeId } = role.records()
  const times = [visit.at, ...seriesTimes(today)]
  const { visits } = request('appointments.bookSeries', {
    plan: {
      patientId,
      episodeId,
      practitionerId: dana,
      minutes: visit.minutes,
      remark: '',
      roomId: desk.rooms.dana,
      visitTypeId: desk.visitTypes.followUp,
      bufferMinutes: 0,
      firstOn: today,
      time: clockOf(visit.at),
      rhythm: { kind: 'weekly', weekdays: MONDAY_AND_WEDNESDAY, everyWeeks: 1 },
      count: times.length,
    },
    startsAt: times,
  })
  const first = visits.find(({ startsAt }) => startsAt === visit.at)
  if (!first) throw new Error('The series begins today.')
  request('appointments.save', { appointmentId: first.appointmentId, episodeId, remark: visit.remark })
  request('appointments.setStatus', { appointmentId: first.appointmentId, status: 'confirmed', reason: '' })
}

/** Plans the time kept free: a training afternoon for both, the second practitioner’s vacation, and Room 2 being painted on a Saturday. */
export function planBlocks(stage: Stage) {
  const { today, desk, theo, request } = stage
  const vacation = theosVacation(today)
  const training = trainingDay(today)
  const once = { practitionerId: null, roomId: null, weekdays: [], everyWeeks: 1, skipped: [] }
  const blocks: readonly Input<'schedule.saveBlock'>['fields'][] = [
    { ...once, kind: 'training', title: 'Training: scar tissue', firstOn: training, lastOn: training, ...TRAINING },
    { ...once, practitionerId: theo, kind: 'vacation', title: 'Vacation', firstOn: vacation.from, lastOn: vacation.to, from: null, to: null },
    {
      ...once,
      roomId: desk.rooms.theo,
      kind: 'other',
      title: 'Being painted',
      firstOn: addDays(training, 4),
      lastOn: addDays(training, 4),
      from: null,
      to: null,
    },
  ]
  stage.plan(yesterdayAt(stage, '08:30'), () => {
    for (const fields of blocks) request('schedule.saveBlock', { id: null, fields })
  })
}

/** Plans three people who wait for a time with the first practitioner; the longest waiting fits the visit cancelled this morning. */
export function planWaitlist(stage: Stage, roles: readonly Role[]) {
  const { today, dana, desk, request } = stage
  const tomorrow = (weekdayOf(today) % 7) + 1
  type Wish = Omit<Input<'waitlist.save'>['fields'], 'patientId' | 'episodeId'>
  const any = { practitionerId: dana, visitTypeId: null, weekdays: [], fromTime: null, toTime: null, earliestOn: null, latestOn: null, remark: '' }
  const waiting: readonly { name: string; before: number; wish: Wish }[] = [
    { name: 'Zając', before: 6, wish: { ...any, minutes: 60, visitTypeId: desk.visitTypes.followUp, fromTime: '13:00', remark: 'Off work after noon' } },
    { name: 'Stonebridge', before: 3, wish: { ...any, minutes: 60, weekdays: [weekdayOf(today), tomorrow].toSorted((a, b) => a - b) } },
    { name: 'Petrosyan', before: 2, wish: { ...any, minutes: 75, toTime: '10:00', remark: 'His daughter drives him' } },
  ]
  for (const { name, before, wish } of waiting)
    stage.plan(localDateTime(`${addDays(today, -before)}T10:40`), () => {
      const role = roles.find(({ person }) => person.name[1] === name)
      if (!role) throw new Error(`Nobody is called ${name} in the demo clinic.`)
      const { patientId, episodeId } = role.records()
      request('waitlist.save', { id: null, fields: { ...wish, patientId, episodeId } })
    })
}

/** Plans the first calls about the next working day: one confirms, one gets a message, one does not answer; the rest are still to be called. */
export function planCalls(stage: Stage) {
  const outcomes = [
    ['confirmed', ''],
    ['left-message', 'Asked to call back'],
    ['no-answer', ''],
  ] as const
  stage.plan(localDateTime(`${stage.today}T11:10`), () => {
    const { reminders } = stage.request('appointments.listReminders', { day: null })
    const booked = reminders.filter(({ status }) => status === 'booked')
    for (const [index, [outcome, remark]] of outcomes.entries()) {
      const call = booked[index]
      if (call) stage.request('appointments.recordCall', { appointmentId: call.appointmentId, outcome, remark })
    }
  })
}
