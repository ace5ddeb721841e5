import { z } from 'zod'
import { type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { CodeEntry } from './icd10.ts'

/** Finding diagnosis codes. */
export const codesRequests = {
  /** ICD-10-CM codes by code or words in any order, best first, at most 30; `on` marks which are valid that day (`isValid`). */
  'codes.search': query('front-desk', z.strictObject({ text: z.string().max(100), on: LocalDate }), z.array(CodeEntry.extend({ isValid: z.boolean() }))),
} as const satisfies Record<string, Endpoint>
