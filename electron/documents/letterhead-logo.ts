import { inflateSync } from 'node:zlib'
import { LEFT, type Paper } from './page.ts'
import { tagged } from './page-tags.ts'
import { openPicture } from './pdfkit-bridge.ts'

/** The room left of the clinic's name, in points. */
const LOGO = { width: 36, height: 36, top: 44 } as const
const MOST_PIXELS = 4_000_000

/**
 * Draws the clinic's logo (a data URL with a PNG or JPEG) and says whether it did. A damaged picture is left out: a paper must not fail for its decoration.
 */
export function drawLogo(paper: Paper, logo: string, clinicName: string): boolean {
  const bytes = pictureIn(logo)
  if (!bytes) return false
  try {
    const picture = openPicture(paper.pdf, bytes)
    tagged(paper, paper.root, 'Figure', () => paper.pdf.image(picture, LEFT, LOGO.top, { fit: [LOGO.width, LOGO.height] }), { alt: `Logo of ${clinicName}` })
    return true
  } catch {
    return false
  }
}

function pictureIn(dataUrl: string): Buffer | undefined {
  const encoded = /^data:image\/(?:png|jpeg);base64,(.+)$/s.exec(dataUrl)?.[1]
  if (!encoded) return undefined
  const bytes = Buffer.from(encoded, 'base64')
  const isPng = bytes.subarray(0, 4).toString('latin1') === '\x89PNG'
  return !isPng || isWholePng(bytes) ? bytes : undefined
}

/** Whether a PNG is of a sane size and its pixels can be unpacked. pdfkit unpacks some of them later, where an error could no longer be caught. */
function isWholePng(png: Buffer): boolean {
  try {
    if (png.readUInt32BE(16) * png.readUInt32BE(20) > MOST_PIXELS) return false
    const pixels: Buffer[] = []
    for (let at = 8; at + 8 <= png.length; ) {
      const length = png.readUInt32BE(at)
      if (png.toString('latin1', at + 4, at + 8) === 'IDAT') pixels.push(png.subarray(at + 8, at + 8 + length))
      at += 12 + length
    }
    return inflateSync(Buffer.concat(pixels), { maxOutputLength: MOST_PIXELS * 8 + MOST_PIXELS }).length > 0
  } catch {
    return false
  }
}
