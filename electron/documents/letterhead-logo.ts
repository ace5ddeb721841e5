import { LEFT, type Paper } from './page.ts'
import { tagged } from './page-tags.ts'
import { type Picture, readPicture } from './pdf-pictures.ts'

/** The room left of the clinic's name, in points. */
const LOGO = { width: 36, height: 36, top: 44 } as const

/** The last logos drawn: a clinic has one, and unpacking it takes longer than the paper. */
const read = new Map<string, Picture | undefined>()
const MOST_LOGOS = 4

/**
 * Draws the clinic's logo (a data URL with a PNG or JPEG) and says whether it did. A damaged picture is left out: a paper must not fail for its decoration.
 */
export function drawLogo(paper: Paper, logo: string, clinicName: string): boolean {
  const picture = pictureIn(logo)
  if (!picture) return false
  tagged(paper, paper.root, 'Figure', () => paper.pdf.image(picture, LEFT, LOGO.top, { fit: [LOGO.width, LOGO.height] }), { alt: `Logo of ${clinicName}` })
  return true
}

function pictureIn(dataUrl: string): Picture | undefined {
  if (dataUrl === '') return undefined
  if (!read.has(dataUrl)) {
    if (read.size >= MOST_LOGOS) read.clear()
    read.set(dataUrl, readOrNone(dataUrl))
  }
  return read.get(dataUrl)
}

function readOrNone(dataUrl: string): Picture | undefined {
  const encoded = /^data:image\/(?:png|jpeg);base64,(.+)$/s.exec(dataUrl)?.[1]
  try {
    return encoded === undefined ? undefined : readPicture(Buffer.from(encoded, 'base64'))
  } catch {
    return undefined
  }
}
