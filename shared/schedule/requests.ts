import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { AppointmentId, BlockId } from '../lib/ids.ts'
import { Block, BlockFields, CalendarView, FreeTime, FreeTimeSearch, MonthDay } from './schema.ts'

const InTheWay = z.array(z.strictObject({ appointmentId: AppointmentId, sentence: z.string() }))

/** The calendar’s days: who works when, what is booked, what is kept free, what is still free. */
export const scheduleRequests = {
  /** Days `from` to `to`, both included, at most 45. */
  'schedule.view': query('front-desk', z.strictObject({ from: LocalDate, to: LocalDate }), CalendarView),
  /** “4 of 6” for visits of the calendar that have a number: asked for after the calendar stands. */
  'schedule.visitNumbers': query(
    'front-desk',
    z.strictObject({ from: LocalDate, to: LocalDate }),
    z.array(z.strictObject({ appointmentId: AppointmentId, number: z.int(), allowed: z.int().nullable() })),
  ),
  /** Every day of a month, `YYYY-MM`. */
  'schedule.month': query('front-desk', z.strictObject({ month: z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'Choose a month.') }), z.array(MonthDay)),
  /** The next free times, soonest first, within a year. Empty where there are none. */
  'schedule.findFree': query('front-desk', FreeTimeSearch, z.array(FreeTime)),
  /** Blocks that still take place on or after a day. */
  'schedule.listBlocks': query('front-desk', z.strictObject({ from: LocalDate }), z.array(Block)),
  /** Visits that lie where the block would be, from today on. */
  'schedule.checkBlock': query('front-desk', z.strictObject({ fields: BlockFields }), InTheWay),
  /** Keeps time free. Visits already there stay booked; they are named in `inTheWay` so that somebody calls. */
  'schedule.saveBlock': command(
    'front-desk',
    z.strictObject({ id: BlockId.nullable(), fields: BlockFields }),
    z.strictObject({ block: Block, inTheWay: InTheWay }),
  ),
  /** Takes one day out of a repeating block. */
  'schedule.skipBlock': command('front-desk', z.strictObject({ blockId: BlockId, day: LocalDate }), Block),
  /** Ends a block: wholly, or from a day on. */
  'schedule.removeBlock': command('front-desk', z.strictObject({ blockId: BlockId, from: LocalDate.nullable() }), z.strictObject({})),
} as const satisfies Record<string, Endpoint>
