import { foldName } from './names.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH_WORD = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

type Reader = { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => string }

const two = (digits: string) => digits.padStart(2, '0')
const monthNumber = (word: string) => two(String(MONTHS.indexOf(word.slice(0, 3)) + 1))
/** A text looked for in one column (or all), as the beginning of a word. It holds no quote, so it cannot leave its quotes. */
const begins = (word: string, column = '') => `${column === '' ? '' : `${column} : `}"${word.replaceAll('"', '')}"*`
const isSearchable = (word: string) => /[\p{L}\p{N}\p{So}]/u.test(word)
const literally = (words: readonly string[]) =>
  words
    .filter(isSearchable)
    .map(word => begins(word))
    .join(' AND ')

// Tried in this order at each place of the text; what fits none is a name, or digits of anything.
const readers: readonly Reader[] = [
  { pattern: /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\S)/, read: ([, year = '', month = '', day]) => begins(year + two(month) + (day ? two(day) : ''), 'born') },
  {
    pattern: /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{0,4}))?(?!\S)/,
    read: ([, month = '', , day = '', year = '']) => begins(two(month) + two(day) + year, 'born'),
  },
  {
    pattern: new RegExp(`^(${MONTH_WORD})\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{1,4}))?(?!\\S)`),
    read: ([, month = '', day = '', year = '']) => either(begins(monthNumber(month) + two(day) + year, 'born'), literally([month, day, year])),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})\\.?\\s+(${MONTH_WORD})\\.?(?:,?\\s+(\\d{1,4}))?(?!\\S)`),
    read: ([, day = '', month = '', year = '']) => either(begins(monthNumber(month) + two(day) + year, 'born'), literally([day, month, year])),
  },
  { pattern: /^([a-z]{1,4})-?(\d+)(?!\S)/, read: ([, letters = '', digits = '']) => begins(letters + digits, 'chart') },
  { pattern: /^\+?[\d(][\d\s().+-]*\d(?!\S)/, read: ([typed = '']) => digitsAnywhere(typed) },
]

function either(one: string, other: string): string {
  return `(${one} OR (${other}))`
}

// "503-555-0118" is one number; "0118 1979" may be two things about a patient.
function digitsAnywhere(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  const number = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  const groups = typed.split(/\D+/).filter(Boolean)
  if (groups.length === 1) return begins(number)
  const asPhone = begins(number, 'phones')
  return /\s/.test(typed.trim()) ? either(asPhone, literally(groups)) : asPhone
}

/** What was typed: nothing, only signs that nobody is found by, or an expression of the search index. */
export type PatientSearch = { readonly kind: 'empty' } | { readonly kind: 'signs' } | { readonly kind: 'match'; readonly expression: string }

/** Reads what was typed to find a patient: every part must fit, in any order. Whatever it is, it stays a text to look for, since each word is quoted. */
export function readPatientSearch(typed: string): PatientSearch {
  let rest = foldName(typed).trim()
  if (rest === '') return { kind: 'empty' }
  const parts: string[] = []
  while (rest !== '' && parts.length < 12) {
    const { length, part } = nextPart(rest)
    if (part !== '') parts.push(part)
    rest = rest.slice(length).trimStart()
  }
  return parts.length === 0 ? { kind: 'signs' } : { kind: 'match', expression: parts.join(' AND ') }
}

function nextPart(rest: string): { length: number; part: string } {
  for (const { pattern, read } of readers) {
    const match = pattern.exec(rest)
    if (match) return { length: match[0].length, part: read(match) }
  }
  const word = /^\S+/.exec(rest)?.[0] ?? rest
  const text = word.replace(/^[^\p{L}\p{N}\p{So}]+|[^\p{L}\p{N}\p{So}]+$/gu, '')
  return { length: word.length, part: text === '' ? '' : begins(text) }
}
