import type { LocalDate } from '../lib/dates.ts'
import { foldName } from './names.ts'
import type { PatientFields } from './schema.ts'

/** What a patient is found by, each part as words of the search index. */
export type SearchIndex = { readonly names: string; readonly phones: string; readonly born: string; readonly chart: string }

/** What of a patient they are found by. */
export type Findable = Pick<PatientFields, 'firstName' | 'middleName' | 'lastName' | 'suffix' | 'preferredName' | 'bornOn' | 'phone' | 'otherPhone'> & {
  readonly chartNumber: string
}

/** The digits of a phone number as it is dialled: no extension, no leading US 1. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/(x|ext\.?)\s*\d+\s*$/i, '').replace(/\D/g, '')
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

// Each ending of the number is a word: any run of its digits is then the beginning of one of them.
function endings(digits: string): string[] {
  return Array.from({ length: Math.max(0, digits.length - 2) }, (_, from) => digits.slice(from))
}

/** The words for a birth date: as year first, month first, and month first with a short year, digits only. */
function birthWords(born: LocalDate): string[] {
  const [year = '', month = '', day = ''] = born.split('-')
  return [year + month + day, month + day + year, month + day + year.slice(2)]
}

/** The words a chart is found by: "AC-0418" → `ac0418`, `ac418`, `0418`, `418`. */
export function chartWords(chartNumber: string): string {
  const bare = chartNumber.toLowerCase().replace(/[^a-z0-9]/g, '')
  const digits = bare.replace(/^[a-z]+/, '')
  const short = digits.replace(/^0+/, '')
  return [bare, bare.slice(0, bare.length - digits.length) + short, digits, short].join(' ')
}

/** The words a patient is found by. */
export function searchIndexOf(patient: Findable): SearchIndex {
  const names = [patient.firstName, patient.middleName, patient.lastName, patient.suffix, patient.preferredName]
  return {
    names: names.map(foldName).filter(Boolean).join(' '),
    phones: [patient.phone, patient.otherPhone].flatMap(phone => endings(phoneDigits(phone))).join(' '),
    born: birthWords(patient.bornOn).join(' '),
    chart: chartWords(patient.chartNumber),
  }
}
