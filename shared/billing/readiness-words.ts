import { formatMonthDay } from '../lib/dates.ts'
import { isNpi } from '../practice/identifiers.ts'
import type { VisitFacts } from './readiness-facts.ts'
import type { ReadinessFix, ReadinessItem } from './readiness-item.ts'

/** Something in order. */
export const ok = (id: ReadinessItem['id'], label: string): ReadinessItem => ({ id, label, state: 'ok', sentence: '', fix: null })

/** Something an insurer may refuse. */
export function attention(id: ReadinessItem['id'], label: string, ...[sentence, fix]: [sentence: string, fix: ReadinessFix]): ReadinessItem {
  return { id, label, state: 'attention', sentence, fix }
}

/** Something without which there is no superbill. */
export function blocks(id: ReadinessItem['id'], label: string, ...[sentence, fix]: [sentence: string, fix: ReadinessFix]): ReadinessItem {
  return { id, label, state: 'blocks', sentence, fix }
}

/** Why an NPI is refused: `1993999989 fails its check digit.` */
export function npiProblem(npi: string): string {
  if (!/^\d{10}$/.test(npi)) return `${npi} does not have 10 digits.`
  return isNpi(npi) ? '' : `${npi} fails its check digit.`
}

/** The last word of a name with its small words: `de la Cruz`, `van Dyk`. */
const familyName = (name: string) => /(?:\s\p{Ll}\S*)*\s\S+$/u.exec(name)?.[0].trim() ?? name

/** `Dr. Amari` for those who are called so, else the full name. `name` may carry the credentials: “Samir Amari, MD”. */
export function spokenName(name: string, credentials = ''): string {
  const [person = name, ...rest] = name.split(',').map(part => part.trim())
  const isDoctor = /\b(MD|M\.D\.|DO|D\.O\.|DC|ND|DPM|DNP|DPT|MBBS|PhD)(?![A-Za-z])/.test([...rest, credentials].join(' '))
  const plain = person.replace(/^Dr\.?\s+/i, '')
  const isAddressed = plain !== person
  return isDoctor || isAddressed ? `Dr. ${familyName(plain)}` : plain
}

/** Leads to the visit’s note. */
export const sessionOf = (visit: Pick<VisitFacts, 'appointmentId'>, field: string, label: string) =>
  ({ screen: 'session', field, refId: visit.appointmentId, label }) as const
/** Leads to the visit’s episode. */
export const episodeOf = (visit: VisitFacts, field: string, label: string) => ({ screen: 'episode', field, refId: visit.episodeId, label }) as const
/** Leads to the visit’s check-out. */
export const checkOutOf = (visit: VisitFacts, field: string, label: string) => ({ screen: 'check-out', field, refId: visit.appointmentId, label }) as const
/** `Nov 19`: the date of service. */
export const dayOf = (visit: VisitFacts) => formatMonthDay(visit.serviceOn)
/** `Nov 19`, or `all 4 dates`. */
export const datesOf = (visits: readonly VisitFacts[]) => (visits.length === 1 && visits[0] ? dayOf(visits[0]) : `all ${visits.length} dates`)
