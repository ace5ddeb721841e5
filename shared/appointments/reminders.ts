import type { LocalDate } from '../lib/dates.ts'
import type { CheckInItem, Reminder } from './schema.ts'

/** How many calls of a list are done: a patient is reached once confirmed or spoken to through a message. */
export type CallProgress = { readonly total: number; readonly called: number; readonly toCall: number }

/** Whether somebody still has to call: not confirmed, and no message left. A wrong number stays open until it is put right and called. */
export function isToCall({ status, lastCall }: Pick<Reminder, 'status' | 'lastCall'>): boolean {
  return status === 'booked' && lastCall?.outcome !== 'left-message' && lastCall?.outcome !== 'confirmed'
}

/** “3 of 7 called”, as numbers. */
export function callProgress(reminders: readonly Pick<Reminder, 'status' | 'lastCall'>[]): CallProgress {
  const toCall = reminders.filter(isToCall).length
  return { total: reminders.length, called: reminders.length - toCall, toCall }
}

const BRING: Readonly<Partial<Record<CheckInItem['kind'], string>>> = {
  intake: 'the health history form, filled in',
  policy: 'the insurance card',
  prescription: 'the prescription',
  clearance: 'the physician’s clearance',
}

/** “Bring the insurance card and come 10 minutes early to sign.”; empty where nothing is missing that a patient could bring. */
export function bringWords(missing: readonly CheckInItem[]): string {
  const things = [...new Set(missing.flatMap(({ kind }) => BRING[kind] ?? []))]
  const isSigning = missing.some(({ kind }) => kind === 'consent')
  const isMinor = missing.some(({ kind }) => kind === 'guardian')
  const parts = [
    things.length > 0 ? `bring ${listed(things)}` : '',
    isMinor ? 'a parent or guardian comes along' : '',
    isSigning ? 'come 10 minutes early to sign' : '',
  ].filter(part => part !== '')
  const words = listed(parts)
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

const listed = (things: readonly string[]) => new Intl.ListFormat('en-US', { type: 'conjunction' }).format(things)

/** The days after `today` on which the clinic opens, the next one first; null where none of them is a working day. */
export function nextWorkingDay(days: readonly { readonly day: LocalDate; readonly closedBecause: string }[], today: LocalDate): LocalDate | null {
  return days.find(({ day, closedBecause }) => day > today && closedBecause === '')?.day ?? null
}
