import { Temporal } from 'temporal-polyfill'
import { daysBetween, formatDate, type LocalDate, localDate } from '../lib/dates.ts'
import type { ConsentKind } from '../practice/desk-rules.ts'
import { isMinor } from './age.ts'
import { fullName } from './names.ts'
import type { Consent, ConsentStanding } from './schema.ts'

/** From so many days before its last day on, a consent is about to expire. */
const SOON_DAYS = 30

/** The last day a consent holds; a month too short ends it on its own last day (Jan 31 plus a month is Feb 28). Null: until withdrawn. */
export function consentExpiry(signedOn: LocalDate, monthsValid: number | null): LocalDate | null {
  if (monthsValid === null) return null
  return localDate(Temporal.PlainDate.from(signedOn).add({ months: monthsValid }, { overflow: 'constrain' }).toString())
}

/** Where each consent stands on a day: those the clinic asks for, required ones first, then others on file. `onFile` newest first. */
export function standingsOf(kinds: readonly ConsentKind[], onFile: readonly Consent[], today: LocalDate): ConsentStanding[] {
  const asked = kinds.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
  const known = new Set(asked.map(({ key }) => key))
  const others = [...new Set(onFile.map(({ kind }) => kind))]
    .filter(kind => !known.has(kind))
    .map(key => ({ key, name: consentName(kinds, key), isRequired: false }))
  return [...asked, ...others].map(({ key, name, isRequired }) => {
    const [latest = null, ...earlier] = onFile.filter(({ kind }) => kind === key)
    return { kind: key, name, isRequired, ...stateOf(latest, today), latest, earlier }
  })
}

/** Who signs for a patient on a day: the guardian of a minor, where one is known. */
export function signerOf(patient: Parameters<typeof fullName>[0] & { readonly bornOn: LocalDate; readonly guardianName: string }, on: LocalDate): string {
  return isMinor(patient.bornOn, on) && patient.guardianName !== '' ? patient.guardianName : fullName(patient)
}

/** What a kind of consent is called; one no longer on the clinic’s list by its key: "photo-release" is “Photo release”. */
export function consentName(kinds: readonly ConsentKind[], key: string): string {
  const words = key.replaceAll('-', ' ').trim()
  return kinds.find(kind => kind.key === key)?.name ?? words.charAt(0).toUpperCase() + words.slice(1)
}

function stateOf(latest: Consent | null, today: LocalDate): Pick<ConsentStanding, 'state' | 'words'> {
  if (!latest) return { state: 'missing', words: 'Not signed' }
  const { signedOn, expiresOn, withdrawnOn } = latest
  if (withdrawnOn) return { state: 'withdrawn', words: `Withdrawn ${formatDate(withdrawnOn)}` }
  const signed = `Signed ${formatDate(signedOn)}`
  if (!expiresOn) return { state: 'valid', words: signed }
  if (expiresOn < today) return { state: 'expired', words: `Expired ${formatDate(expiresOn)}` }
  return { state: daysBetween(today, expiresOn) <= SOON_DAYS ? 'expires-soon' : 'valid', words: `${signed}, until ${formatDate(expiresOn)}` }
}
