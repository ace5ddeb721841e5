/** Characters that Windows, macOS or Linux refuse in file names, control characters, and marks that turn the direction of text. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|\s|$)/i
const MOST_CHARACTERS = 120
/** File systems count bytes: at most 255, with room for the ending, a number and a temporary name. */
const MOST_BYTES = 200

/** Words as a file name without its ending, safe on every system; `otherwise` where nothing is left of them. */
export function safeName(words: string, otherwise = 'Paper'): string {
  const plain = words.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
  const bare = shortened(plain.replace(/^[. ]+/, '')).replace(/[. ]+$/, '')
  if (bare === '') return otherwise
  return DEVICE.test(bare) ? `${otherwise} ${bare}` : bare
}

function shortened(words: string): string {
  const kept: string[] = []
  let bytes = 0
  for (const character of words) {
    bytes += bytesOf(character)
    if (kept.length === MOST_CHARACTERS || bytes > MOST_BYTES) break
    kept.push(character)
  }
  return kept.join('')
}

/** How many bytes a character takes in UTF-8 (RFC 3629). */
function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x8_00) return 2
  return point < 0x1_00_00 ? 3 : 4
}

/** What a pattern such as `{number} {last name}` can be filled with. */
export type FileNameWords = Readonly<Record<'number' | 'last name' | 'first name' | 'from' | 'to' | 'chart', string>>

/** A file name by the clinic’s pattern, with its ending: `SB-2026-0118 Reyes Marisol.pdf`. Braces that name nothing stay as they are written. */
export function fileNameBy(pattern: string, words: FileNameWords): string {
  const known = new Map<string, string>(Object.entries(words))
  return `${safeName(pattern.replaceAll(/\{([^{}]*)\}/g, (written, name: string) => known.get(name.trim().toLowerCase()) ?? written))}.pdf`
}

/** Gives every name once: a second one of the same letters, large or small, becomes `name (2).pdf`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return name => {
    const [, base = name, ending = ''] = /^(.*?)(\.[a-z]+)?$/s.exec(name) ?? []
    let free = name
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${base} (${copy})${ending}`
    taken.add(free.toLowerCase())
    return free
  }
}
