import { addDays, dayOf, formatDate, formatWeekday, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { BlockId } from '../../shared/lib/ids.ts'
import { tidied, titleOf, visitsInTheWay, visitWords } from '../../shared/schedule/block-words.ts'
import { blockedDays, firstBlockedDay } from '../../shared/schedule/blocked-times.ts'
import type { Block, BlockFields } from '../../shared/schedule/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { deleteBlock, getBlock, listBlocksIn, writeBlock } from './blocks-repository.ts'
import { listComingVisits } from './near-repository.ts'
import { refusePractitioner, refuseRoom } from './refuse-place.ts'

type ById = { readonly blockId: Block['id'] }
const LAST_DAY = '2199-12-31' as LocalDate
const MOST_SKIPPED = 200

/** Blocks that still take place on or after a day, in the order they begin. */
export function listBlocks({ db }: Services, { from }: { readonly from: LocalDate }): Block[] {
  return listBlocksIn(db, { from, to: LAST_DAY }).filter(block => firstBlockedDay(block, from) !== undefined)
}

/** Visits that lie where a block would be, from today on, in words. Throws as `saveBlock` for a block that cannot be. */
export function checkBlock({ db, clock }: Services, { fields }: { readonly fields: BlockFields }) {
  refuseBlock(db, fields)
  return inTheWay({ db, clock }, fields)
}

function inTheWay({ db, clock }: Pick<Services, 'db' | 'clock'>, fields: BlockFields) {
  const today = clock.today()
  const visits = listComingVisits(db, { from: addDays(later(fields.firstOn, today), -1), until: fields.lastOn === null ? null : addDays(fields.lastOn, 1) })
  return visitsInTheWay(fields, visits)
    .filter(({ startsAt }) => dayOf(startsAt) >= today)
    .map(({ id, patientName, startsAt }) => ({ appointmentId: id, sentence: visitWords(patientName, startsAt) }))
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b)

/**
 * Keeps time free, anew or in place of what a block said. Visits already there stay booked and are named. Throws `not_found` for a practitioner or room
 * that is not there, `rule_broken` for one that is no longer used or a block that would take place on no day.
 */
export function saveBlock({ db, clock, newId }: Services, { id, fields }: { readonly id: Block['id'] | null; readonly fields: BlockFields }) {
  return transaction(db, () => {
    refuseBlock(db, fields)
    if (id !== null) getBlock(db, id)
    const block: Block = { ...tidied(fields), id: id ?? BlockId.parse(newId()) }
    writeBlock(db, block)
    return { block, inTheWay: inTheWay({ db, clock }, block) }
  })
}

function refuseBlock(db: Services['db'], fields: BlockFields) {
  if (fields.practitionerId !== null) refusePractitioner(db, fields.practitionerId)
  if (fields.roomId !== null) refuseRoom(db, fields.roomId)
  if (firstBlockedDay(fields, fields.firstOn) !== undefined) return
  const sentence = 'This would take place on no day. Choose a weekday between the first and the last day, or leave out fewer days.'
  throw new DomainError('rule_broken', sentence, { 'fields.weekdays': sentence })
}

/** Takes one day out of a repeating block. Throws `rule_broken` where it does not take place that day, or on no other. */
export function skipBlock({ db }: Services, { blockId, day }: ById & { readonly day: LocalDate }): Block {
  return transaction(db, () => {
    const block = getBlock(db, blockId)
    if (block.skipped.includes(day)) return block
    refuseOtherDay(block, day)
    if (block.skipped.length >= MOST_SKIPPED)
      throw new DomainError('rule_broken', `“${titleOf(block)}” already leaves out ${MOST_SKIPPED} days. End it, and keep the time free anew.`)
    const left = tidied({ ...block, skipped: [...block.skipped, day] })
    if (firstBlockedDay(left, left.firstOn) === undefined)
      throw new DomainError('rule_broken', `“${titleOf(block)}” takes place on no other day. Remove it instead.`)
    writeBlock(db, left)
    return left
  })
}

function refuseOtherDay(block: Block, day: LocalDate) {
  if (blockedDays(block, day, day).length === 0)
    throw new DomainError('rule_broken', `“${titleOf(block)}” does not take place on ${formatWeekday(day)}. Choose one of its days.`)
}

/** Ends a block: wholly, or from a day on, with which it goes altogether where no day is left before. Throws `rule_broken` where it ended before that day. */
export function removeBlock({ db }: Services, { blockId, from }: ById & { readonly from: LocalDate | null }): Record<string, never> {
  transaction(db, () => {
    const block = getBlock(db, blockId)
    if (from !== null && block.lastOn !== null && block.lastOn < from)
      throw new DomainError('rule_broken', `“${titleOf(block)}” already ends on ${formatDate(block.lastOn)}.`)
    if (from === null || from <= block.firstOn) return deleteBlock(db, blockId)
    const left = tidied({ ...block, lastOn: addDays(from, -1) })
    if (firstBlockedDay(left, left.firstOn) === undefined) return deleteBlock(db, blockId)
    return writeBlock(db, left)
  })
  return {}
}
