import { z } from 'zod'
import { PaperSize } from '../../shared/documents/letterhead.ts'
import { RecordsPacket } from '../../shared/documents/records-packet.ts'
import { DocumentKind } from '../../shared/documents/schema.ts'
import { Instant } from '../../shared/lib/dates.ts'
import { beginTogether, finishTogether, LEFT, newPaper, type Paper, type PaperFile, type PrintOptions } from './page.ts'
import { setLine, setRight } from './page-ink.ts'
import { artifact } from './page-tags.ts'
import { drawPacketCover } from './records-packet-cover.ts'
import { STRONG } from './text-style.ts'
import { oneLine, widthOf } from './text-wrap.ts'

/** A packet as it is drawn: its own words, and the frozen papers it names. */
export const RecordsPacketPaper = z.strictObject({
  packet: RecordsPacket,
  included: z.array(z.strictObject({ kind: DocumentKind, paperSize: PaperSize, issuedAt: Instant, paper: z.unknown() })),
})
type Whole = z.infer<typeof RecordsPacketPaper>

/** Draws one of the papers inside from its frozen content. */
type DrawIncluded = (paper: { readonly kind: DocumentKind; readonly paper: unknown }, options: PrintOptions) => Promise<Uint8Array>

/** Up from the lower edge to the packet’s own page number, below every paper’s footer. */
const STAMP_UP = 26

/**
 * Draws a packet: a cover with an index, then each paper from the top of a page, with page numbers through the whole. Drawn twice, since the first page must
 * know how many follow. Same input, moment and size: same bytes.
 */
export async function drawRecordsPacket(whole: Whole, options: PrintOptions, draw: DrawIncluded): Promise<Uint8Array> {
  const title = `Records packet ${whole.packet.number}, ${whole.packet.patient.name}`
  const counted = await drawPages(whole, { options, draw, file: await beginTogether(title, options.createdAt), starts: [], count: 0 })
  const file = options.into ?? (await beginTogether(title, options.createdAt))
  await drawPages(whole, { options, draw, file, ...counted })
  return options.into ? new Uint8Array() : finishTogether(file)
}

type Counted = { readonly starts: readonly number[]; readonly count: number }
type Pass = Counted & { readonly options: PrintOptions; readonly draw: DrawIncluded; readonly file: PaperFile }

async function drawPages({ packet, included }: Whole, { options, draw, file, starts, count }: Pass): Promise<Counted> {
  let pages = 0
  const onPage = (paper: Paper) => {
    pages++
    stamp(paper, `Packet ${packet.number}, page ${pages} of ${count}`, packet.patient.name)
  }
  const cover = await newPaper(`Records packet ${packet.number}`, packet.letterhead.name, { ...options, into: watched(file, onPage) })
  await drawPacketCover(cover, packet, starts)
  const begins: number[] = []
  for (const each of included) {
    begins.push(pages + 1)
    await draw(each, { ...options, paperSize: each.paperSize, createdAt: new Date(each.issuedAt), into: watched(file, onPage) })
  }
  return { starts: begins, count: pages }
}

// The same file, with an ear on its pages while this packet is drawn into it.
const watched = ({ pdf }: PaperFile, onPage: (paper: Paper) => void): PaperFile => ({ pdf, next: undefined, onPage })

// Pages of the papers inside may be of another size than the packet’s own.
function stamp(paper: Paper, words: string, whose: string): void {
  const y = paper.height - STAMP_UP
  const width = paper.right - LEFT - widthOf(paper, words, STRONG) - 12
  artifact(paper, 'Pagination', () => {
    setLine(paper, oneLine(paper, whose, { style: STRONG, width }), { x: LEFT, y })
    setRight(paper, words, STRONG, { x: paper.right, y })
  })
}
