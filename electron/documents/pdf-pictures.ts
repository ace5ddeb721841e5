import { jpegPicture } from './jpeg-picture.ts'
import type { PdfObjects } from './pdf-objects.ts'
import { num, ref } from './pdf-syntax.ts'
import { pngPicture } from './png-picture.ts'

/** A compressed stream of samples, with the entries that say how to read them. */
export type Samples = { readonly entries: string; readonly content: Uint8Array; readonly filter: 'FlateDecode' | 'DCTDecode' }

/** A picture ready for a PDF. */
export type Picture = Samples & {
  readonly width: number
  readonly height: number
  /** How the camera was held (EXIF), from 1 to 8: 1 is upright. */
  readonly orientation: number
  /** How opaque it is, where it is not all over. */
  readonly mask?: Samples
}

const MOST_PIXELS = 4_000_000

/** Reads a PNG or JPEG. Throws when it is neither, is damaged or larger than a logo may be. */
export function readPicture(bytes: Buffer): Picture {
  const isPng = bytes.subarray(0, 4).toString('latin1') === '\x89PNG'
  return isPng ? pngPicture(bytes, MOST_PIXELS) : jpegPicture(bytes)
}

/** Writes a picture. Returns its object. */
export function writePicture(objects: PdfObjects, picture: Picture): number {
  const mask = picture.mask && writeSamples(objects, picture, picture.mask)
  return writeSamples(objects, picture, mask === undefined ? picture : { ...picture, entries: `${picture.entries}/SMask ${ref(mask)}` })
}

function writeSamples(objects: PdfObjects, { width, height }: Picture, { entries, content, filter }: Samples): number {
  const id = objects.reserve()
  objects.putPacked(id, `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${entries}`, content, filter)
  return id
}

/** Where a stored point stands upright, for each way to hold the camera: start, and steps along the stored rows and columns, across and down. */
const UPRIGHT: readonly (readonly [number, number, number, number, number, number])[] = [
  [0, 1, 0, 0, 0, 1],
  [1, -1, 0, 0, 0, 1],
  [1, -1, 0, 1, 0, -1],
  [0, 1, 0, 1, 0, -1],
  [0, 0, 1, 0, 1, 0],
  [1, 0, -1, 0, 1, 0],
  [1, 0, -1, 1, -1, 0],
  [0, 0, 1, 1, -1, 0],
]

/** The six numbers that put a picture into a box, upright and as large as fits from the upper left corner; y grows downwards. */
export function placeOf(picture: Picture, { x, y, fit: [boxWidth, boxHeight] }: { x: number; y: number; fit: readonly [number, number] }): string {
  const isTurned = picture.orientation > 4
  const [across, down] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height]
  const scale = Math.min(boxWidth / across, boxHeight / down)
  const [width, height] = [across * scale, down * scale]
  const [left, rowX, columnX, top, rowY, columnY] = UPRIGHT[picture.orientation - 1] ?? [0, 1, 0, 0, 0, 1]
  return [width * rowX, height * rowY, -width * columnX, -height * columnY, x + width * (left + columnX), y + height * (top + columnY)].map(num).join(' ')
}
