import { extensionOf } from './file-type.ts'
import type { Attachment } from './schema.ts'

/** Characters that some system refuses in names, controls, and marks that turn the direction of text or cannot be seen. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Linux and macOS hold 255 bytes in a name; an ending and a folder’s path need room too. */
const MOST_BYTES = 150

/**
 * The name under which an attached file is kept and handed to a viewer: the last part of its path, safe on every system, at most 154 bytes,
 * with the ending of what it really is.
 */
export function safeName(path: string, mediaType: Attachment['mediaType']): string {
  const last = path.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const words = last.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
  const stem = withinBytes(words.replace(/\.(pdf|jpe?g|png)$/i, '')).replace(/^[. ]+|[. ]+$/g, '')
  const name = stem === '' || DEVICE.test(stem) ? `Scan ${stem}`.trim() : stem
  return `${name}.${extensionOf(mediaType)}`
}

function withinBytes(text: string): string {
  let room = MOST_BYTES
  let kept = ''
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    room -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
    if (room < 0) return kept
    kept += letter
  }
  return kept
}
