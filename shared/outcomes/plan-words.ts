import { joinWords } from '../body-chart/regions.ts'
import type { PlannedMeasure } from './schema.ts'

/** `at the start, every 4 visits, and at discharge`: when a measure is taken. A rating of change is never taken at the start. */
export function planInWords({
  measure,
  atStart,
  everyVisits,
  atDischarge,
}: Pick<PlannedMeasure, 'measure' | 'atStart' | 'everyVisits' | 'atDischarge'>): string {
  return joinWords(
    [
      atStart && measure !== 'global-change' ? 'at the start' : '',
      everyVisits === null ? '' : everyVisits === 1 ? 'every visit' : `every ${everyVisits} visits`,
      atDischarge ? 'at discharge' : '',
    ].filter(Boolean),
  )
}
