/** Something drawn between two heights. */
export type Slice = { readonly height: number; readonly draw: (y: number) => void }

/** A part of the body that is never split over two pages. */
export type Part = Slice & {
  /** Room above it, given up at the top of a page. */
  readonly gap: number
  /** Stands before the first part of its kind on a page, such as a table's head; `again` where the kind goes on from the page before. */
  readonly lead?: { readonly kind: string; readonly first: Slice; readonly again: Slice }
}

/** Where parts may stand: top of the first page and of the others, the end, and what the last page keeps free for its closing block. */
export type Room = { readonly firstTop: number; readonly nextTop: number; readonly end: number; readonly closing: number }

/** One planned page: what is drawn where, where it ends, and how many parts are done after it. */
export type PlannedPage = { readonly slices: readonly { readonly y: number; readonly slice: Slice }[]; readonly bottom: number; readonly done: number }

/**
 * Deals parts out over pages, whole and in order. The closing block stays on the page of the last part, or stands alone on a last page if no part fits
 * above it. Always gives at least one page. A part taller than a page is placed at a top and runs over its end: split it before.
 */
export function planPages(parts: readonly Part[], room: Room): PlannedPage[] {
  const pages: PlannedPage[] = []
  const leadsSeen = new Set<string>()
  let page: { y: number; slice: Slice }[] = []
  let y = room.firstTop
  let kindAbove = ''
  const turn = (done: number) => {
    pages.push({ slices: page, bottom: y, done })
    page = []
    y = room.nextTop
    kindAbove = ''
  }
  for (const [i, part] of parts.entries()) {
    const leadOf = () => (part.lead && part.lead.kind !== kindAbove ? (leadsSeen.has(part.lead.kind) ? part.lead.again : part.lead.first) : undefined)
    const gapOf = () => (page.length === 0 ? 0 : part.gap)
    const end = i === parts.length - 1 ? room.end - room.closing : room.end
    if (page.length > 0 && y + gapOf() + (leadOf()?.height ?? 0) + part.height > end) turn(i)
    y += gapOf()
    const lead = leadOf()
    if (lead) {
      page.push({ y, slice: lead })
      y += lead.height
    }
    page.push({ y, slice: part })
    y += part.height
    kindAbove = part.lead?.kind ?? ''
    if (part.lead) leadsSeen.add(part.lead.kind)
  }
  if (y > room.end - room.closing && page.length > 0) turn(parts.length)
  pages.push({ slices: page, bottom: y, done: parts.length })
  return pages
}

/** Draws the parts of one planned page. */
export function drawPlanned({ slices }: PlannedPage): void {
  for (const { y, slice } of slices) slice.draw(y)
}
