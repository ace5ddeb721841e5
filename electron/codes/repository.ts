import { CodeEntry, withoutDot } from '../../shared/codes/icd10.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Row = { code: string; label: string; validFrom: string; validTo: string | null }

/** A code of the clinic’s list by its dotted form; null where the list does not hold it. */
export function findCode(db: Database, code: string): CodeEntry | null {
  const row = statement<{ code: string }, Row>(
    db,
    `SELECT code, label, valid_from AS validFrom, valid_to AS validTo
       FROM icd10_codes
      WHERE code = :code`,
  ).get({ code })
  return row ? CodeEntry.parse(row) : null
}

/** Codes that took the place of an ended one: those that begin with it and are valid on the day, in order, at most eight. */
export function listSuccessors(db: Database, code: string, day: LocalDate): string[] {
  return statement<{ from: string; to: string; code: string; day: string }, { code: string }>(
    db,
    `SELECT code
       FROM icd10_codes
      WHERE bare >= :from AND bare < :to AND code <> :code AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
      ORDER BY bare
      LIMIT 8`,
  )
    .all({ from: withoutDot(code), to: `${withoutDot(code)}\u{10ffff}`, code, day })
    .map(row => row.code)
}

/** Codes that match a search expression on a day: valid ones first, then those whose code begins with `bare`, then the best words; at most 30. */
export function listCodesMatching(db: Database, search: { match: string; bare: string; on: LocalDate }): (CodeEntry & { isValid: boolean })[] {
  return statement<typeof search, Row & { isValid: number }>(
    db,
    `SELECT c.code, c.label, c.valid_from AS validFrom, c.valid_to AS validTo, c.valid_from <= :on AND (c.valid_to IS NULL OR c.valid_to >= :on) AS isValid
       FROM icd10_search
       JOIN icd10_codes c ON c.row = icd10_search.rowid
      WHERE icd10_search MATCH :match
      ORDER BY isValid DESC, c.bare = :bare DESC, substr(c.bare, 1, length(:bare)) = :bare DESC, rank, c.bare
      LIMIT 30`,
  )
    .all(search)
    .map(({ isValid, ...row }) => ({ ...CodeEntry.parse(row), isValid: isValid === 1 }))
}

/** Adds a code or brings it up to date, with what finds it. */
export function writeCode(db: Database, entry: CodeEntry) {
  const bare = withoutDot(entry.code)
  const written = statement<Row & { bare: string }, { row: number }>(
    db,
    `INSERT INTO icd10_codes (code, bare, label, valid_from, valid_to)
          VALUES (:code, :bare, :label, :validFrom, :validTo)
     ON CONFLICT (code) DO UPDATE
             SET label = :label, valid_from = :validFrom, valid_to = :validTo
       RETURNING row`,
  ).get({ ...entry, bare })
  statement(db, 'INSERT OR REPLACE INTO icd10_search (rowid, bare, label) VALUES (:row, :bare, :label)').run({ row: written?.row, bare, label: entry.label })
}
