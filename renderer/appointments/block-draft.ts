import { addMinutes, clockOf, dayOf, formatMonthDay, type LocalDate, weekdayOf } from '../../shared/lib/dates.ts'
import { type Block, BlockFields, type BlockKind } from '../../shared/schedule/schema.ts'
import { NONE } from './booking-draft.ts'
import type { Slot } from './slot.ts'

/** Time kept free, while it is being written. */
export type BlockDraft = {
  kind: BlockKind
  title: string
  practitionerId: string
  roomId: string
  isWholeDay: boolean
  from: string | null
  to: string | null
  repeats: boolean
  firstOn: LocalDate | null
  lastOn: LocalDate | null
  weekdays: number[]
  everyWeeks: number | null
  skipped: LocalDate[]
}

/** What each kind is called. */
export const KIND_WORDS: Readonly<Record<BlockKind, string>> = {
  break: 'Break',
  training: 'Training',
  vacation: 'Vacation',
  sick: 'Sick leave',
  closure: 'Clinic closed',
  other: 'Other',
}

const LONGEST_END = '23:45'
const USUAL_FROM = '12:00'
const USUAL_TO = '13:00'

/** A new block at the time pointed at; the whole clinic where nobody was. */
export function blockAt(slot: Slot | null, today: LocalDate): BlockDraft {
  const startsAt = slot?.startsAt
  const end = startsAt ? addMinutes(startsAt, slot?.minutes ?? 60) : null
  const firstOn = startsAt ? dayOf(startsAt) : today
  const to = end && startsAt && dayOf(end) === dayOf(startsAt) ? clockOf(end) : LONGEST_END
  return {
    kind: 'break',
    title: '',
    practitionerId: slot?.practitionerId ?? NONE,
    roomId: slot?.roomId ?? NONE,
    isWholeDay: false,
    from: startsAt ? clockOf(startsAt) : USUAL_FROM,
    to: startsAt ? to : USUAL_TO,
    repeats: false,
    firstOn,
    lastOn: firstOn,
    weekdays: [weekdayOf(firstOn)],
    everyWeeks: 1,
    skipped: [],
  }
}

/** Whether a block comes again and again, and not on some days in a row. */
export const isRepeating = ({ weekdays, lastOn, everyWeeks }: Pick<Block, 'weekdays' | 'lastOn' | 'everyWeeks'>): boolean =>
  weekdays.length > 0 || lastOn === null || everyWeeks > 1

const LASTS_DAYS: readonly BlockKind[] = ['vacation', 'sick', 'closure']

/** What changes with the kind: vacation, illness and closing take whole days unless hours were drawn or typed; a closed clinic is nobody’s own. */
export function ofKind({ from, to }: Pick<BlockDraft, 'from' | 'to'>, kind: BlockKind): Partial<BlockDraft> {
  if (kind === 'closure') return { kind, practitionerId: NONE, roomId: NONE, isWholeDay: true }
  return from === USUAL_FROM && to === USUAL_TO ? { kind, isWholeDay: LASTS_DAYS.includes(kind) } : { kind }
}

/** A block on file, to be changed. */
export function draftOf(block: Block): BlockDraft {
  return {
    kind: block.kind,
    title: block.title,
    practitionerId: block.practitionerId ?? NONE,
    roomId: block.roomId ?? NONE,
    isWholeDay: block.from === null,
    from: block.from ?? USUAL_FROM,
    to: block.to ?? USUAL_TO,
    repeats: isRepeating(block),
    firstOn: block.firstOn,
    lastOn: block.lastOn,
    weekdays: block.weekdays,
    everyWeeks: block.everyWeeks,
    skipped: block.skipped,
  }
}

/** The block to save, or the sentences for what makes no sense. One that does not repeat ends on its last day; none named is its first. */
export function blockFields(draft: BlockDraft) {
  const isNone = (id: string) => id === NONE
  return BlockFields.safeParse({
    practitionerId: isNone(draft.practitionerId) ? null : draft.practitionerId,
    roomId: isNone(draft.roomId) ? null : draft.roomId,
    kind: draft.kind,
    title: draft.title,
    firstOn: draft.firstOn,
    lastOn: draft.repeats ? draft.lastOn : (draft.lastOn ?? draft.firstOn),
    from: draft.isWholeDay ? null : draft.from,
    to: draft.isWholeDay ? null : draft.to,
    weekdays: draft.repeats ? draft.weekdays : [],
    everyWeeks: draft.repeats ? (draft.everyWeeks ?? 1) : 1,
    skipped: draft.skipped,
  })
}

/** Switches between once and again and again: a repeating block has no end until one is chosen. */
export function repeating(draft: BlockDraft, repeats: boolean): Partial<BlockDraft> {
  const weekdays = draft.weekdays.length > 0 || !draft.firstOn ? draft.weekdays : [weekdayOf(draft.firstOn)]
  return repeats ? { repeats, lastOn: null, weekdays } : { repeats, lastOn: draft.firstOn }
}

/** The first day changes; a single day moves its end along. */
export function beginningOn(draft: BlockDraft, firstOn: LocalDate | null): Partial<BlockDraft> {
  if (draft.repeats || !firstOn) return { firstOn }
  return draft.lastOn === draft.firstOn || (draft.lastOn !== null && draft.lastOn < firstOn) ? { firstOn, lastOn: firstOn } : { firstOn }
}

/** “Skip Nov 26 only” and “End before Nov 26”: what can be done with one day of a repeating block. */
export const dayWords = (day: LocalDate) => ({ skip: `Skip ${formatMonthDay(day)} only`, end: `End before ${formatMonthDay(day)}` })
