import { sampleLetter } from '../../electron/documents/progress-letter-samples.ts'
import type { FrozenPaper } from '../../electron/documents/repository.ts'
import { sampleSuperbill } from '../../electron/documents/superbill-samples.ts'
import { Instant } from '../../shared/lib/dates.ts'

/** The moment all papers of the benchmark are dated. */
export const MADE_AT = Instant.parse('2026-11-05T15:00:00.000Z')

const FIRST = ['Elena', 'Tomas', 'Priya', 'Dana', 'Wilhelmina', 'José', 'Grace', 'Owen', 'Marisol', 'Zoë', 'Hugh', 'Ingrid', 'Bao', 'Farid', 'Colette', 'Neve']
const LAST = [
  'Vasquez',
  'Raman',
  'Whitlock',
  'Novak',
  'Okafor',
  'Lindqvist',
  'Amari',
  'Tremblay',
  'Ferris',
  'Huang',
  'Castellano',
  'Byrne',
  'Duffy',
  'Kowalczyk',
]

/** An invented name. */
export const personName = (index: number): string => `${FIRST[index % FIRST.length]} ${String.fromCharCode(65 + (index % 26))}. ${LAST[index % LAST.length]}`

/** A superbill of four visits, every one for somebody else. All invented. */
export function superbill(index: number): FrozenPaper {
  const bill = sampleSuperbill()
  const name = personName(index)
  const patient = {
    ...bill.patient,
    name,
    phone: `(406) 555-01${String(index % 100).padStart(2, '0')}`,
    addressLines: [`${100 + index} Tamarack Street`, 'Larkspur Falls, MT 59000'],
  }
  const paper = { ...bill, number: `SB-2026-${String(index + 1).padStart(4, '0')}`, patient }
  return { kind: 'superbill', paper, paperSize: 'letter', issuedAt: MADE_AT }
}

/** A progress letter. */
export const letter = (): FrozenPaper => ({ kind: 'progress-letter', paper: sampleLetter(), paperSize: 'letter', issuedAt: MADE_AT })

/** So many superbills. */
export const superbills = (count: number): FrozenPaper[] => Array.from({ length: count }, (_, index) => superbill(index))
