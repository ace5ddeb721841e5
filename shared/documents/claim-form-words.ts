import type { LocalDate } from '../lib/dates.ts'
import { TEXT_BOXES, type TextKey } from './claim-form-boxes.ts'

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  İ: 'I',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
}
const MARKS = /\p{M}/gu
const NOT_PLAIN = /[^\x20-\x7e]+/gu

/** Capitals without accents, as the form’s readers take them; what has no Latin letter becomes `?`. `isWhole` tells whether all of it could be written. */
export function formLetters(text: string): { readonly words: string; readonly isWhole: boolean } {
  const known = Array.from(text.toWellFormed().normalize('NFC').toUpperCase(), letter => LETTERS[letter] ?? letter).join('')
  const plain = known.normalize('NFKD').replace(MARKS, '').replace(/\s+/gu, ' ').trim()
  return { words: plain.replace(NOT_PLAIN, '?').trim(), isWhole: !NOT_PLAIN.test(plain) }
}

/** Words cut to their box, and what is to be said of it; empty remarks where all of it fits. */
export type Fitted = { readonly words: string; readonly remarks: readonly string[] }

/** Writes words into a box: capitals, no accents, cut at its width and said so. */
export function fitted(key: TextKey, text: string): Fitted {
  const { box, title, width } = TEXT_BOXES[key]
  const { words, isWhole } = formLetters(text)
  const name = box === 'top' ? `${title} at the top` : `Box ${box}, ${lower(title)}`
  const cut = words.length > width ? cutTo(abbreviated(words), width) : words
  const remarks = [
    ...(isWhole ? [] : [`${name}: it has letters that the form cannot print, shown as “?”. Write it in Latin letters.`]),
    ...(abbreviated(words).length > width && words.length > width ? [`${name}: ${words.length} characters, and ${width} fit. The form says “${cut}”.`] : []),
  ]
  return { words: cut, remarks }
}

const SHORT: Readonly<Record<string, string>> = {
  AVENUE: 'AVE',
  STREET: 'ST',
  ROAD: 'RD',
  BOULEVARD: 'BLVD',
  DRIVE: 'DR',
  LANE: 'LN',
  COURT: 'CT',
  HIGHWAY: 'HWY',
  SUITE: 'STE',
  APARTMENT: 'APT',
  FLOOR: 'FL',
  BUILDING: 'BLDG',
  NORTH: 'N',
  SOUTH: 'S',
  EAST: 'E',
  WEST: 'W',
}

// The post’s own short forms; the first word may be a name.
const abbreviated = (words: string) =>
  words
    .split(' ')
    .map((word, i) => (i === 0 ? word : (SHORT[word] ?? word)))
    .join(' ')

function cutTo(words: string, width: number): string {
  if (words.length <= width) return words
  const cut = words.slice(0, width)
  const space = words[width] === ' ' ? width : cut.lastIndexOf(' ')
  return cut.slice(0, space > width / 2 ? space : width).trim()
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)

/** `09 28 2026`: dates of people and of the case. */
export const longDate = (day: LocalDate): string => `${day.slice(5, 7)} ${day.slice(8, 10)} ${day.slice(0, 4)}`
/** `09 28 26`: dates of service. */
export const shortDate = (day: LocalDate): string => `${day.slice(5, 7)} ${day.slice(8, 10)} ${day.slice(2, 4)}`

/** `406 5550178`: area code and number; what is no US number stays without its signs. An extension is left out. */
export function formPhone(phone: string): string {
  const digits = phone
    .replace(/(x|ext).*$/i, '')
    .replace(/\D/g, '')
    .replace(/^1(?=\d{10}$)/, '')
  return digits.length === 10 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits
}

/** An address without commas, full stops and other signs. */
export const withoutSigns = (text: string): string =>
  text
    .replace(/[.,#;:()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** `VASQUEZ JR, ELENA, M`: last name, first name, middle initial. */
export function formName({ firstName, middleName, lastName, suffix }: { firstName: string; middleName: string; lastName: string; suffix: string }): string {
  const last = [withoutSigns(lastName), withoutSigns(suffix)].filter(part => part !== '').join(' ')
  return [last, withoutSigns(firstName), withoutSigns(middleName).slice(0, 1)].filter(part => part !== '').join(', ')
}

const SUFFIX = /^(jr|sr|ii|iii|iv)$/i

/** The same from a name in one piece: the last word is the last name, `Jr` and the like go with it. */
export function formNameOf(name: string): string {
  const words = withoutSigns(name).split(' ')
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : ''
  const lastName = words.pop() ?? ''
  const [firstName = '', middleName = ''] = words
  return formName({ firstName, middleName, lastName, suffix })
}
