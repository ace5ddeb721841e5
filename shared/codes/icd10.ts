import { z } from 'zod'
import { LocalDate, localDate } from '../lib/dates.ts'

/** An ICD-10-CM code as people write it, with its dot: `M54.2`, `S13.4XXD`. Only its shape; whether it exists is a matter of the list and the day. */
export const Icd10Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'Write a diagnosis code with its dot, such as M54.2 or S13.4XXD.')
export type Icd10Code = z.infer<typeof Icd10Code>

/** A diagnosis code of the list with its official words and the dates of service it may be used for; `validTo` null while it stands. */
export const CodeEntry = z.strictObject({
  code: Icd10Code,
  label: z.string().min(1).max(250),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
})
export type CodeEntry = z.infer<typeof CodeEntry>

/** `M54.2` → `M542`: how claim forms print a code. */
export const withoutDot = (code: string): string => code.replace('.', '')

/** `m542` → `M54.2`: what a person typed or a code file holds, with its dot. Throws where that is no code. */
export function withDot(typed: string): Icd10Code {
  const bare = withoutDot(typed.trim())
  return Icd10Code.parse(bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare)
}

/** Whether a code may be used for a visit on a day. Both ends of its validity count. */
export function isValidOn(entry: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null }, day: LocalDate): boolean {
  return entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo)
}

const COLUMNS = 'code\tlabel\tvalid_from\tvalid_to'

function parseLine(line: string, number: number): CodeEntry {
  const [code = '', label = '', from = '', to = '', ...rest] = line.split('\t')
  const entry = CodeEntry.safeParse({ code, label, validFrom: from, validTo: to === '' ? null : to })
  if (!entry.success || rest.length > 0) throw new RangeError(`Line ${number} of the code list cannot be read: ${line.slice(0, 80)}`)
  return entry.data
}

/** Reads a code list: a head line, then code, label, valid_from and valid_to (empty while valid), parted by tabs. Throws on the first bad line. */
export function parseCodeList(text: string): readonly CodeEntry[] {
  const [head = '', ...lines] = text.replace(/\r\n/g, '\n').trimEnd().split('\n')
  if (head !== COLUMNS) throw new RangeError(`The code list must begin with the columns ${COLUMNS.replaceAll('\t', ', ')}.`)
  return lines.map((line, index) => parseLine(line, index + 2))
}

/** The first day of ICD-10-CM in the United States. */
export const FIRST_DAY = localDate('2015-10-01')
