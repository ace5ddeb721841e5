import type { DocumentKind } from './schema.ts'

/**
 * Each kind of paper by name, and the letters its numbers begin with: `SB-2026-0118`. Invoices and credit notes carry the number of the ledger; corrections
 * keep theirs.
 */
export const DOCUMENT_KINDS = {
  superbill: { title: 'Superbill', prefix: 'SB' },
  'progress-letter': { title: 'Letter', prefix: 'PL' },
  'visit-note': { title: 'Visit note', prefix: 'VN' },
  'note-packet': { title: 'Notes of the episode', prefix: 'NP' },
  receipt: { title: 'Receipt', prefix: 'RC' },
  invoice: { title: 'Invoice', prefix: 'INV' },
  'credit-note': { title: 'Credit note', prefix: 'CN' },
  statement: { title: 'Statement', prefix: 'ST' },
  estimate: { title: 'Good faith estimate', prefix: 'GE' },
  'claim-form': { title: 'Claim form', prefix: 'CF' },
  'attendance-log': { title: 'Attendance log', prefix: 'AL' },
  'attendance-letter': { title: 'Attendance letter', prefix: 'WL' },
  'records-packet': { title: 'Records packet', prefix: 'RP' },
} as const satisfies Record<DocumentKind, { readonly title: string; readonly prefix: string }>

/** The letters before a paper’s number. */
export type PaperPrefix = (typeof DOCUMENT_KINDS)[DocumentKind]['prefix']
