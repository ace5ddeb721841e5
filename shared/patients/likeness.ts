import { foldName } from './names.ts'

const SOUNDS: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
}

/** How a name sounds in English (American Soundex, US National Archives): "Smith" and "Smyth" are both `S530`. Empty for names in other scripts. */
export function soundOf(name: string): string {
  const letters = foldName(name).replace(/[^a-z]/g, '')
  const codes = Array.from(letters, letter => ({ letter, code: SOUNDS[letter] ?? '' }))
  let heard = ''
  let last = codes[0]?.code ?? ''
  for (const { letter, code } of codes.slice(1)) {
    if (code !== '' && code !== last) heard += code
    if (!'hw'.includes(letter)) last = code
  }
  return letters === '' ? '' : `${letters.charAt(0).toUpperCase()}${heard}000`.slice(0, 4)
}

/** How many letters must be typed differently to get from one word to the other (Levenshtein). */
export function lettersApart(from: string, to: string): number {
  const target = Array.from(to)
  let row = [0, ...target.map((_, index) => index + 1)]
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1]
    for (const [j, other] of target.entries()) next.push(Math.min((row[j] ?? 0) + Number(letter !== other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}

/** Whether two names may be the same one, misheard or mistyped. An empty name is like none. */
export function isLikeName(one: string, other: string): boolean {
  const [a, b] = [foldName(one).trim(), foldName(other).trim()]
  if (a === '' || b === '') return false
  if (a === b) return true
  const sound = soundOf(a)
  return (sound !== '' && sound === soundOf(b)) || lettersApart(a, b) <= (Math.min(a.length, b.length) < 5 ? 1 : 2)
}

/** Whether two names sound the same or differ in one letter: stricter than alike, where nothing else tells two people apart. */
export function soundsAlike(one: string, other: string): boolean {
  const [a, b] = [foldName(one).trim(), foldName(other).trim()]
  if (a === '' || b === '') return false
  const isLong = Math.min(a.length, b.length) > 3
  if (a.charAt(0) !== b.charAt(0)) return isLong && a.slice(1) === b.slice(1)
  const sound = soundOf(a)
  return a === b || (sound !== '' && sound === soundOf(b)) || (isLong && Math.abs(a.length - b.length) <= 1 && lettersApart(a, b) <= 1)
}
