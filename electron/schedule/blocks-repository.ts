import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { BlockId } from '../../shared/lib/ids.ts'
import { Block } from '../../shared/schedule/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type BlockRow = Omit<Block, 'weekdays' | 'skipped'> & { weekdays: string; skipped: string }

const BLOCKS = `
     SELECT id, practitioner_id AS practitionerId, room_id AS roomId, kind, title, first_on AS firstOn, last_on AS lastOn, from_time AS "from",
            to_time AS "to", weekdays, every_weeks AS everyWeeks, skipped
       FROM blocks`
const IN_RANGE = `${BLOCKS}
      WHERE first_on <= :to AND (last_on IS NULL OR last_on >= :from)
      ORDER BY first_on, from_time, id`
const BY_ID = `${BLOCKS}
      WHERE id = :id`

const toBlock = (row: BlockRow): Block => Block.parse({ ...row, weekdays: JSON.parse(row.weekdays), skipped: JSON.parse(row.skipped) })

/** Blocks whose days may lie between two days, both included. */
export function listBlocksIn(db: Database, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): Block[] {
  return statement<{ from: string; to: string }, BlockRow>(db, IN_RANGE).all({ from, to }).map(toBlock)
}

/** One block. Throws `not_found`. */
export function getBlock(db: Database, id: BlockId): Block {
  const row = statement<{ id: string }, BlockRow>(db, BY_ID).get({ id })
  if (!row) throw new DomainError('not_found', 'That block is no longer in the calendar.')
  return toBlock(row)
}

/** Writes a block, new or changed. */
export function writeBlock(db: Database, block: Block) {
  statement<BlockRow>(
    db,
    `INSERT INTO blocks (id, practitioner_id, room_id, kind, title, first_on, last_on, from_time, to_time, weekdays, every_weeks, skipped)
          VALUES (:id, :practitionerId, :roomId, :kind, :title, :firstOn, :lastOn, :from, :to, :weekdays, :everyWeeks, :skipped)
     ON CONFLICT (id) DO UPDATE
             SET practitioner_id = :practitionerId, room_id = :roomId, kind = :kind, title = :title, first_on = :firstOn, last_on = :lastOn,
                 from_time = :from, to_time = :to, weekdays = :weekdays, every_weeks = :everyWeeks, skipped = :skipped`,
  ).run({ ...block, weekdays: JSON.stringify(block.weekdays), skipped: JSON.stringify(block.skipped) })
}

/** Takes a block out of the calendar, with all its days. */
export function deleteBlock(db: Database, id: BlockId) {
  statement<{ id: string }>(db, 'DELETE FROM blocks WHERE id = :id').run({ id })
}
