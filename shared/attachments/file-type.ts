import type { Attachment } from './schema.ts'

/** What a file turned out to be: one that can be kept, or why not, as the end of a sentence about it. */
export type FileType = { readonly mediaType: Attachment['mediaType'] } | { readonly refusal: string }

/** A photo or scan beyond this many dots would stop the window while it is drawn: about 1,200 dpi on a letter page. */
const MOST_DOTS = 160_000_000

const EXTENSIONS = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const satisfies Record<Attachment['mediaType'], string>

/** The ending of a file of this type, without a dot. */
export const extensionOf = (mediaType: Attachment['mediaType']): string => EXTENSIONS[mediaType]

/** Beginnings of files that people take for a scan, and what to do with them. */
const OTHERS: readonly (readonly [begins: string, sentence: string])[] = [
  ['PK', 'is a ZIP archive or an Office document inside. Save it as PDF first'],
  ['MZ', 'is a program inside, not a scan. Do not open it'],
  ['\x7FELF', 'is a program inside, not a scan. Do not open it'],
  ['GIF8', 'is a GIF picture inside. Save it as PNG first'],
  ['RIFF', 'is a WebP picture or a recording inside. Save it as JPEG or PNG first'],
  ['II*\0', 'is a TIFF picture inside. Save it as PDF or PNG first'],
  ['MM\0*', 'is a TIFF picture inside. Save it as PDF or PNG first'],
  ['BM', 'is a BMP picture inside. Save it as PNG first'],
  ['%!PS', 'is PostScript inside. Save it as PDF first'],
  ['\xD0\xCF\x11\xE0', 'is an old Office document inside. Save it as PDF first'],
  ['{\\rtf', 'is a text document inside. Save it as PDF first'],
  ['<', 'is a web page or another text inside. Print it to PDF first'],
]

/** Tells a file’s type by its content, never by its name: begins, holds and ends as a PDF, PNG or JPEG does. */
export function fileTypeOf(bytes: Uint8Array): FileType {
  const head = latin1(bytes.subarray(0, 32))
  if (/^\s*%PDF-\d/.test(head.replace(/^\xEF\xBB\xBF/, ''))) return pdf(bytes)
  if (head.startsWith('\x89PNG')) return png(bytes, head)
  if (head.startsWith('\xFF\xD8\xFF')) return jpeg(bytes)
  if (/^ftyp(hei|hev|mif|avi)/.test(head.slice(4))) return { refusal: 'is an iPhone photo (HEIC) inside. Save it as JPEG first' }
  const other = OTHERS.find(([begins]) => head.trimStart().startsWith(begins))
  return { refusal: other?.[1] ?? 'is no PDF, JPEG or PNG inside, whatever its name says. Scan it again, or save it as one of these' }
}

function pdf(bytes: Uint8Array): FileType {
  return lastIndexOf(bytes, '%%EOF') > 0 ? { mediaType: 'application/pdf' } : { refusal: 'is a PDF that breaks off. Scan or save it again' }
}

// Signature, header block, and the closing block at the end (PNG 1.2, sections 3.1 and 4.1).
function png(bytes: Uint8Array, head: string): FileType {
  const isPng = bytes.length > 32 && head.startsWith('\x89PNG\r\n\x1A\n') && head.slice(12, 16) === 'IHDR'
  if (!isPng) return { refusal: 'begins like a PNG but is none. Save the picture again' }
  if (lastIndexOf(bytes, 'IEND') < 0) return { refusal: 'is a PNG picture that breaks off. Scan or save it again' }
  const at = new DataView(bytes.buffer, bytes.byteOffset)
  return picture('image/png', at.getUint32(16), at.getUint32(20))
}

// Walks the segments to the frame header, which holds the size (ITU T.81, B.2.2).
function jpeg(bytes: Uint8Array): FileType {
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let place = 2
  while (place + 9 < bytes.length) {
    if (at.getUint8(place) !== 0xff) break
    const marker = at.getUint8(place + 1)
    if (marker === 0xff) place += 1
    else if (isFrame(marker)) return picture('image/jpeg', at.getUint16(place + 7), at.getUint16(place + 5))
    else place += 2 + at.getUint16(place + 2)
  }
  return { refusal: 'begins like a JPEG but holds no picture. Take or save the photo again' }
}

/** Start-of-frame markers: C0 to CF but DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function picture(mediaType: 'image/png' | 'image/jpeg', width: number, height: number): FileType {
  if (width === 0 || height === 0) return { refusal: 'is a picture without any size. Scan or save it again' }
  if (width * height > MOST_DOTS) return { refusal: 'is a picture with too many dots to show. Scan it at 300 dpi' }
  return { mediaType }
}

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes)

// A plain loop: a file made of nothing but the word’s first letter must not stop the clinic for seconds.
function lastIndexOf(bytes: Uint8Array, word: string): number {
  const codes = Array.from(word, letter => letter.charCodeAt(0))
  for (let at = bytes.length - codes.length; at > 0; at -= 1) {
    let same = 0
    while (same < codes.length && bytes[at + same] === codes[same]) same += 1
    if (same === codes.length) return at
  }
  return -1
}
