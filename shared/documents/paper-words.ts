import type { Address } from '../practice/schema.ts'
import type { Letterhead } from './letterhead.ts'

/** First, middle, last and suffix, as on the insurance card. */
export function fullName(person: { readonly firstName: string; readonly middleName: string; readonly lastName: string; readonly suffix: string }): string {
  const name = [person.firstName, person.middleName, person.lastName].filter(part => part !== '').join(' ')
  return person.suffix === '' ? name : `${name}, ${person.suffix}`
}

/** `Dana Whitfield, LMT`: a name with its credentials, if there are any. */
export const withCredentials = (name: string, credentials: string): string => (credentials === '' ? name : `${name}, ${credentials}`)

/** `Larkspur Falls, MT 59000`; empty where nothing is known. */
export function cityLine({ city, state, zip }: Address): string {
  const place = [city, state].filter(part => part !== '').join(', ')
  return [place, zip].filter(part => part !== '').join(' ')
}

/** Street, second line, city: at most three lines, empty ones left out. */
export function addressLines(address: Address): string[] {
  return [address.street, address.street2, cityLine(address)].filter(text => text !== '')
}

type ClinicOnPaper = { readonly name: string; readonly address: Address; readonly phone: string; readonly fax: string }

/** The clinic as it stands at the top of a paper: street on one line, city, phone and fax. */
export function letterheadOf({ name, address, phone, fax }: ClinicOnPaper, logo: string): Letterhead {
  const street = [address.street, address.street2].filter(text => text !== '').join(', ')
  const lines = [street, cityLine(address), phone && `Phone ${phone}`, fax && `Fax ${fax}`]
  return { name, lines: lines.filter(text => text !== ''), logo }
}
