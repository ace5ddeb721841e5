import { z } from 'zod'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import { HealthHistory } from '../../shared/health/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { optionalLine } from '../../shared/lib/text.ts'
import type { ClinicForm } from '../lib/forms.ts'

const { shape } = HealthHistory

/** A health history being typed: each list ends with an empty row, and the day it was told is part of it. */
export const HistoryDraft = z.strictObject({
  ...shape,
  takenOn: LocalDate,
  conditions: z.array(shape.conditions.element.extend({ name: optionalLine(120) })),
  medications: z.array(shape.medications.element.extend({ name: optionalLine(120) })),
  allergies: z.array(shape.allergies.element.extend({ to: optionalLine(120) })),
  surgeries: z.array(shape.surgeries.element.extend({ what: optionalLine(120) })),
})
type Draft = z.output<typeof HistoryDraft>

/** The form of a health history. */
export type HistoryForm = ClinicForm<z.input<typeof HistoryDraft>, Draft>

/** An empty row of each list. */
export const BLANK_ROWS = {
  conditions: { item: null, name: '', sites: [], remark: '' },
  medications: { name: '', purpose: '', item: null },
  allergies: { to: '', reaction: '' },
  surgeries: { what: '', when: '', sites: [] },
} as const satisfies { readonly [List in 'conditions' | 'medications' | 'allergies' | 'surgeries']: unknown }

/** The form’s values for a history (null: a first one) told on a day. */
export function draftOf(history: HealthHistory | null, takenOn: LocalDate): z.input<typeof HistoryDraft> {
  const { conditions, medications, allergies, surgeries, ...rest } = history ?? EMPTY_HISTORY
  return {
    ...rest,
    takenOn,
    conditions: [...conditions, { ...BLANK_ROWS.conditions, sites: [] }],
    medications: [...medications, BLANK_ROWS.medications],
    allergies: [...allergies, BLANK_ROWS.allergies],
    surgeries: [...surgeries, { ...BLANK_ROWS.surgeries, sites: [] }],
  }
}

/** The history that was typed, without rows left empty. */
export function historyOf({ takenOn, ...draft }: Draft): { takenOn: LocalDate; history: HealthHistory } {
  const history = {
    ...draft,
    conditions: draft.conditions.filter(({ name }) => name !== ''),
    medications: draft.medications.filter(({ name }) => name !== ''),
    allergies: draft.allergies.filter(({ to }) => to !== ''),
    surgeries: draft.surgeries.filter(({ what }) => what !== ''),
  }
  return { takenOn, history }
}
