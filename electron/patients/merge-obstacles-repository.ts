import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { MOVED_TABLES, type MovedTable } from '../../shared/patients/merge.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import type { MergeRecord } from './merge-repository.ts'

type Asked = Readonly<Record<MovedTable | 'keptId' | 'mergedOn', string>>
type Found = { readonly day: LocalDate; readonly words: string }
type Torn = { readonly sql: string; readonly say: (found: Found) => string }

const among = (column: string, table: MovedTable) => `${column} IN (SELECT value FROM json_each(:${table}))`
const notAmong = (column: string, table: MovedTable) => `${column} NOT IN (SELECT value FROM json_each(:${table}))`
const ON_CHART = 'patient_id = :keptId'
// Only what was recorded after the charts became one: what stood between them before stays as it was.
const since = (column: string) =>
  `${column} >= (SELECT min(m.merged_at) FROM merges m WHERE m.kept_id = :keptId AND m.merged_on = :mergedOn AND m.undone_at IS NULL)`

// What would be torn apart: something added since that hangs on what moved, or the other way round. Each finds one.
const TORN: readonly Torn[] = [
  {
    sql: `SELECT n.service_on AS day, '' AS words FROM notes n WHERE n.${ON_CHART} AND ${among('n.appointment_id', 'appointments')} AND ${notAmong('n.id', 'notes')} LIMIT 1`,
    say: ({ day }) => `The note of the visit on ${formatDate(day)}, which would go back, was begun since.`,
  },
  {
    sql: `SELECT i.service_on AS day, i.number AS words FROM invoices i
           WHERE i.${ON_CHART} AND ${among('i.appointment_id', 'appointments')} AND ${notAmong('i.id', 'invoices')} LIMIT 1`,
    say: ({ day, words }) => `The visit on ${formatDate(day)}, which would go back, was charged since (${words}).`,
  },
  {
    sql: `SELECT e.entry_on AS day, i.number AS words FROM ledger e JOIN invoices i ON i.id = e.invoice_id
           WHERE e.${ON_CHART} AND ${among('e.invoice_id', 'invoices')} AND ${notAmong('e.id', 'ledger')} LIMIT 1`,
    say: ({ day, words }) => `Money was entered on ${formatDate(day)} for ${words}, which would go back.`,
  },
  {
    sql: `SELECT e.entry_on AS day, '' AS words FROM ledger e
           WHERE ${among('e.payment_id', 'payments')} AND ${notAmong('e.id', 'ledger')} AND ${since('e.recorded_at')} LIMIT 1`,
    say: ({ day }) => `Money that would go back was used or given back on ${formatDate(day)}.`,
  },
  {
    sql: `SELECT substr(u.used_at, 1, 10) AS day, k.name AS words FROM package_uses u JOIN packages k ON k.id = u.package_id
           WHERE (${among('k.id', 'packages')}) <> (${among('u.invoice_id', 'invoices')}) AND k.${ON_CHART} AND ${since('u.used_at')} LIMIT 1`,
    say: ({ day, words }) => `A visit was taken on ${formatDate(day)} from “${words}”, which belongs to the other chart.`,
  },
  {
    sql: `SELECT k.bought_on AS day, k.name AS words FROM packages k
           WHERE k.${ON_CHART} AND k.upgrade_of IS NOT NULL AND (${among('k.upgrade_of', 'packages')}) <> (${among('k.id', 'packages')}) LIMIT 1`,
    say: ({ day, words }) => `A package that would go back was upgraded to “${words}” on ${formatDate(day)}.`,
  },
  {
    sql: `SELECT substr(a.starts_at, 1, 10) AS day, e.condition AS words FROM appointments a JOIN episodes e ON e.id = a.episode_id
           WHERE a.${ON_CHART} AND ${among('a.episode_id', 'episodes')} AND ${notAmong('a.id', 'appointments')} LIMIT 1`,
    say: ({ day, words }) => `The visit on ${formatDate(day)} was booked since for “${words}”, which would go back. Take the episode off that visit first.`,
  },
  {
    sql: `SELECT substr(a.starts_at, 1, 10) AS day, e.condition AS words FROM appointments a JOIN episodes e ON e.id = a.episode_id
           WHERE a.${ON_CHART} AND ${among('a.id', 'appointments')} AND ${notAmong('a.episode_id', 'episodes')} LIMIT 1`,
    say: ({ day, words }) => `The visit on ${formatDate(day)}, which would go back, belongs to “${words}” now. Take the episode off that visit first.`,
  },
  {
    sql: `SELECT substr(a.starts_at, 1, 10) AS day, '' AS words FROM appointments a
           WHERE a.${ON_CHART} AND a.series_id IS NOT NULL AND (${among('a.id', 'appointments')}) <> (${among('a.series_id', 'series')}) LIMIT 1`,
    say: ({ day }) => `The visit on ${formatDate(day)} is part of a series that was planned on the other chart.`,
  },
  {
    sql: `SELECT d.issued_on AS day, d.number AS words FROM documents d
           WHERE d.${ON_CHART} AND ${notAmong('d.id', 'documents')}
             AND (${among('d.episode_id', 'episodes')} OR ${among('d.replaces_id', 'documents')}
                  OR EXISTS (SELECT 1 FROM document_invoices h WHERE h.document_id = d.id AND ${among('h.invoice_id', 'invoices')})
                  OR EXISTS (SELECT 1 FROM document_notes h WHERE h.document_id = d.id AND ${among('h.note_id', 'notes')})) LIMIT 1`,
    say: ({ day, words }) => `${words} was issued on ${formatDate(day)} for what would go back.`,
  },
  {
    sql: `SELECT s.created_on AS day, '' AS words FROM series s WHERE s.${ON_CHART} AND ${among('s.episode_id', 'episodes')} AND ${notAmong('s.id', 'series')} LIMIT 1`,
    say: ({ day }) => `A series of visits was planned on ${formatDate(day)} for an episode that would go back.`,
  },
  {
    sql: `SELECT substr(w.added_at, 1, 10) AS day, '' AS words FROM waitlist w
           WHERE w.${ON_CHART} AND ((${among('w.episode_id', 'episodes')} AND (${notAmong('w.id', 'waitlist')} OR (w.appointment_id IS NOT NULL AND ${notAmong('w.appointment_id', 'appointments')})))
                                 OR (${among('w.appointment_id', 'appointments')} AND ${notAmong('w.id', 'waitlist')})) LIMIT 1`,
    say: ({ day }) => `The patient waits since ${formatDate(day)} for a visit that stands on the other chart.`,
  },
  {
    sql: `SELECT t.added_on AS day, t.name AS words FROM attachments t
           WHERE t.${ON_CHART} AND ${notAmong('t.id', 'attachments')} AND t.removed_at IS NULL
             AND (${among('t.ref_id', 'clearances')} OR ${among('t.ref_id', 'consents')} OR ${among('t.ref_id', 'episodes')} OR ${among('t.ref_id', 'documents')} OR ${among('t.ref_id', 'health_versions')}
                  OR t.ref_id IN (SELECT r.id FROM prescriptions r WHERE ${among('r.episode_id', 'episodes')})) LIMIT 1`,
    say: ({ words }) => `The scan “${words}” was added since to what would go back.`,
  },
  {
    sql: `SELECT v.taken_on AS day, '' AS words FROM health_versions v
           WHERE v.${ON_CHART} AND v.kind = 'unchanged' AND v.taken_on >= :mergedOn AND ${notAmong('v.id', 'health_versions')}
             AND (SELECT ${among('told.id', 'health_versions')} FROM health_versions told
                   WHERE told.${ON_CHART} AND told.kind = 'taken' AND told.sequence < v.sequence ORDER BY told.sequence DESC LIMIT 1) LIMIT 1`,
    say: ({ day }) => `The health history that would go back was confirmed on ${formatDate(day)}.`,
  },
]

/** Why what moved in a merge cannot go back without tearing something apart, in words; empty where it can. */
export function tornApart(db: Database, { keptId, mergedOn, moved }: MergeRecord): string {
  const asked: Asked = { keptId, mergedOn, ...inJson(moved.rows) }
  for (const { sql, say } of TORN) {
    const found = statement<Asked, Found>(db, sql).get(asked)
    if (found) return say(found)
  }
  return ''
}

function inJson(rows: MergeRecord['moved']['rows']): Readonly<Record<MovedTable, string>> {
  const inText = MOVED_TABLES.map(table => [table, JSON.stringify(rows[table])])
  return Object.fromEntries(inText)
}
