import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { formatDate } from '../../shared/lib/dates.ts'

/** `Visit of Nov 19, 2026`, `Visits Nov 2, 2026 to Nov 19, 2026`; empty for letters. */
export function rangeInWords({ from, to }: IssuedDocument): string {
  if (from === null || to === null) return ''
  return from === to ? `Visit of ${formatDate(from)}` : `Visits ${formatDate(from)} to ${formatDate(to)}`
}

/** `SB-2026-0118, version 2`; the first version is not named. */
export const numberInWords = ({ number, version }: IssuedDocument): string => (version > 1 ? `${number}, version ${version}` : number)
