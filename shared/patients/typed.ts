import { STATE_CODES } from './states.ts'

const EXTENSION = /\s*(?:x|ext\.?|extension|#)\s*(\d{1,6})\s*$/iu

/**
 * A US number as the clinic writes it: ten digits, or eleven with a leading 1, become `(406) 555-0142`; an extension stays behind it, `x12`.
 * Anything else stays as typed.
 */
export function tidyPhone(typed: string): string {
  const extension = EXTENSION.exec(typed)
  const number = extension ? typed.slice(0, extension.index) : typed
  const digits = number.replace(/\D/gu, '')
  const ten = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  if (ten.length !== 10 || !/^[\d\s().+\-/]*$/u.test(number)) return typed.trim()
  return `(${ten.slice(0, 3)}) ${ten.slice(3, 6)}-${ten.slice(6)}${extension ? ` x${extension[1]}` : ''}`
}

const SMALL_WORDS = new Set(['al', 'bin', 'da', 'das', 'de', 'del', 'della', 'den', 'der', 'di', 'do', 'dos', 'du', 'e', 'el', 'la', 'las', 'le', 'los'])
const SMALL_DUTCH = new Set(['ten', 'ter', 'van', 'von', 'y', 'zu', 'zum', 'zur'])
const isSmall = (word: string) => SMALL_WORDS.has(word) || SMALL_DUTCH.has(word)

/** A name as it is written, where it was typed in small letters alone: “mcdonald” is McDonald, “de la cruz” de la Cruz. With any capital it stays as typed. */
export function tidyName(typed: string): string {
  const name = typed.replace(/\s+/gu, ' ').trim()
  if (/\p{Lu}|\p{Lt}/u.test(name)) return name
  const words = name.split(' ')
  return words.map((word, index) => (isSmall(word) && index < words.length - 1 ? word : capital(word))).join(' ')
}

// After a hyphen or the apostrophe of O’Brien and D’Angelo begins a name of its own.
function capital(word: string): string {
  return word
    .replace(/(?<=^|-|^[odl]['’]|-[odl]['’])\p{Ll}/gu, upper)
    .replace(/(?<=^|-)(Mc)(\p{Ll})(?=\p{Ll}{2})/gu, (_, mc: string, letter: string) => mc + upper(letter))
}

// A letter whose capital is another number of letters (ß) stays.
const upper = (letter: string) => (Array.from(letter.toUpperCase()).length === 1 ? letter.toUpperCase() : letter)

/** A state as its code: “mt”, “Mont.” stays, “montana” is MT. */
export function tidyState(typed: string): string {
  const state = typed.trim()
  return STATE_CODES[state.toLowerCase().replace(/\s+/gu, ' ')] ?? state.toUpperCase()
}

/** A ZIP code with its dash: “590001234” is 59000-1234. */
export function tidyZip(typed: string): string {
  const digits = typed.replace(/[\s-]/gu, '')
  return /^\d{9}$/u.test(digits) ? `${digits.slice(0, 5)}-${digits.slice(5)}` : typed.trim()
}

/** An address taken apart. */
export type TypedAddress = { readonly street: string; readonly street2: string; readonly city: string; readonly state: string; readonly zip: string }

const UNIT = /^(?:apt|apartment|unit|suite|ste|#|lot|floor|fl|rm|room|bldg|trlr)\b\.?.*|^#.*/iu
const UNIT_AT_END = /\s+((?:apt|apartment|unit|suite|ste|lot|rm|bldg|trlr)\b\.?\s*#?\s*[\w-]+|#\s*[\w-]+)$/iu

/**
 * An address typed in one line, taken apart: “12 Main St, Apt 4, Larkspur Falls MT 59000”. Null unless it clearly reads so: a street with a number or
 * a box, a comma, a city, a state and a ZIP code.
 */
export function readAddressLine(typed: string): TypedAddress | null {
  const end = /^(.+?)[\s,]+(\d{5}(?:-?\d{4})?)\s*$/u.exec(typed.replace(/\s+/gu, ' ').trim())
  const place = end && readState(end[1] ?? '')
  if (!place) return null
  const parts = place.before.split(',').map(part => part.trim())
  const [first = '', ...rest] = parts
  const city = rest.at(-1) ?? ''
  const unit = rest.length === 2 ? (rest[0] ?? '') : ''
  if (rest.length > 2 || (unit !== '' && !UNIT.test(unit)) || !/\d/u.test(first) || !/^\p{L}[\p{L}\s.'’-]*$/u.test(city)) return null
  const own = unit === '' ? UNIT_AT_END.exec(first) : null
  return { street: own ? first.slice(0, own.index) : first, street2: own?.[1] ?? unit, city, state: place.state, zip: tidyZip(end[2] ?? '') }
}

function readState(text: string): { readonly before: string; readonly state: string } | null {
  const words = text.replace(/[\s,]+$/u, '')
  for (const count of [3, 2, 1]) {
    const found = new RegExp(`^(.+?)[\\s,]+((?:[\\p{L}.]+ ?){${count}})$`, 'u').exec(words)
    const said = (found?.[2] ?? '').toLowerCase().replaceAll('.', '').trim()
    const state = STATE_CODES[said]
    if (found && state) return { before: (found[1] ?? '').replace(/[\s,]+$/u, ''), state }
  }
  return null
}
