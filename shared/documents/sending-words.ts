import { formatMonthDay, type LocalDate } from '../lib/dates.ts'
import type { Sending } from './schema.ts'

/** The last time a paper went out; all null where none is recorded. */
export type LastSending = { readonly sentOn: LocalDate | null; readonly how: Sending['how'] | null; readonly sentTo: string | null }

/** The ways a paper leaves the clinic, as they are chosen and said. */
export const SENDING_WAYS: Readonly<Record<Sending['how'], { readonly name: string; readonly done: string }>> = {
  fax: { name: 'Fax', done: 'Faxed' },
  post: { name: 'Post', done: 'Posted' },
  'by-hand': { name: 'By hand', done: 'Handed over' },
  portal: { name: 'Portal', done: 'Uploaded' },
  'e-mail': { name: 'E-mail', done: 'E-mailed' },
}

/** `Faxed Nov 5 to Priya S. Raman, MD`; empty where none is recorded. */
export function sendingWords({ sentOn, how, sentTo }: LastSending): string {
  return sentOn === null || how === null ? '' : `${SENDING_WAYS[how].done} ${formatMonthDay(sentOn)} to ${sentTo}`
}
