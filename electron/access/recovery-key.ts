import { createHash } from 'node:crypto'
import { DomainError } from '../../shared/lib/errors.ts'

/** Crockford’s base 32: no I, L, O or U, so that a printed key can be read aloud and typed back. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_BYTES = 32
const DATA_LETTERS = 52
const GROUPS = 13

/**
 * The data key on paper: 13 groups of five, such as `7K3QA-…`. The fifth letter of a group proves the other four,
 * and the last data letter carries four bits that prove the whole.
 */
export function printRecoveryKey(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new Error('The data key must have 32 bytes.')
  const bits = `${[...key].map(byte => byte.toString(2).padStart(8, '0')).join('')}${wholeCheck(key)}`
  const letters = Array.from({ length: DATA_LETTERS }, (_, index) => LETTERS[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)] ?? '').join('')
  return Array.from({ length: GROUPS }, (_, group) => {
    const part = letters.slice(group * 4, group * 4 + 4)
    return part + groupCheck(part, group)
  }).join('-')
}

/**
 * Reads a recovery key as typed: any case, spaces or dashes, O for 0 and I or L for 1.
 * Throws `invalid_input` naming the group that has a typo.
 */
export function readRecoveryKey(typed: string): Uint8Array {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const stranger = Array.from(text).find(letter => !LETTERS.includes(letter))
  if (stranger) throw refused(`A recovery key has no “${stranger}”. Check it against the printed sheet.`)
  const groups = text.match(/.{1,5}/g) ?? []
  const wrong = groups.findIndex((part, group) => part.length === 5 && part.charAt(4) !== groupCheck(part.slice(0, 4), group))
  if (wrong >= 0 && wrong < GROUPS) throw refused(`Group ${wrong + 1} (${groups[wrong]}) has a typo. Check it against the printed sheet.`)
  if (text.length !== GROUPS * 5) throw refused(`A recovery key has ${GROUPS} groups of 5 letters and digits; this has ${text.length} of ${GROUPS * 5}.`)
  const bits = groups
    .map(part =>
      part
        .slice(0, 4)
        .split('')
        .map(letter => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
        .join(''),
    )
    .join('')
  const key = Uint8Array.from({ length: KEY_BYTES }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2))
  if (bits.slice(KEY_BYTES * 8) !== wholeCheck(key)) throw refused('This recovery key has a typo. Check it against the printed sheet.')
  return key
}

// Odd weights: every single wrong letter changes the check, and a group in another’s place does too.
function groupCheck(part: string, group: number): string {
  const sum = part.split('').reduce((total, letter, index) => total + LETTERS.indexOf(letter) * (2 * index + 3), group * 7 + 11)
  return LETTERS.charAt(sum % 32)
}

function wholeCheck(key: Uint8Array): string {
  const first = createHash('sha256').update('myodesk recovery key').update(key).digest()[0] ?? 0
  return (first >> 4).toString(2).padStart(4, '0')
}

function refused(message: string): DomainError {
  return new DomainError('invalid_input', message, { recoveryKey: message })
}
