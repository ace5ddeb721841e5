import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/**
 * Takes the next number of a series ("chart", "invoice-2026" …), 1 first. Call it inside the transaction that uses the number:
 * when that is undone, the number is free again, so that none is ever missing.
 */
export function takeNumber(db: Database, series: string): number {
  const row = statement<{ series: string }, { taken: number }>(
    db,
    `INSERT INTO number_series (name, next) VALUES (:series, 2)
         ON CONFLICT (name) DO UPDATE SET next = next + 1
      RETURNING next - 1 AS taken`,
  ).get({ series })
  if (!row) throw new Error('A number series gave no number.')
  return row.taken
}

/** The number a series would give next, without taking it. */
export function nextNumber(db: Database, series: string): number {
  return statement<{ series: string }, { next: number }>(db, 'SELECT next FROM number_series WHERE name = :series').get({ series })?.next ?? 1
}
