import type { PackageOnPaper, Receipt } from '../../shared/documents/receipt.ts'
import { LEFT, type Paper, RIGHT_BLOCK, VALUE } from './page.ts'
import { set, setLines, WRITE_ON } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Line, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 13
const BOX = 8.5
const BOX_STEP = 16
const BOXES = 16
const BETWEEN = 10
/** More packages than this are told in one line. */
const MOST = 3

type Aside = { readonly name: string; readonly lines: readonly Line[]; readonly boxes: PackageOnPaper['boxes'] }

function asidesOf(paper: Paper, { packages, nextVisit }: Receipt): Aside[] {
  const width = paper.at(RIGHT_BLOCK) - 16 - VALUE
  const wrapped = (text: string, style = TEXT) => (text === '' ? [] : wrap(paper, [{ text, style }], { width, maxLines: 2 }))
  const shown = packages.slice(0, MOST).map(({ words, detail, boxes }) => ({ name: 'Package', lines: [...wrapped(words, STRONG), ...wrapped(detail)], boxes }))
  const more = packages.length - shown.length
  return [
    ...shown,
    ...(more > 0 ? [{ name: '', lines: wrapped(`And ${more} more ${more === 1 ? 'package' : 'packages'}.`), boxes: null }] : []),
    ...(nextVisit === '' ? [] : [{ name: 'Next visit', lines: wrapped(nextVisit), boxes: null }]),
  ]
}

const heightOf = ({ lines, boxes }: Aside) => lines.length * LEAD + (boxes ? BOXES : 0) + BETWEEN

/** How high the packages and the next visit are, as they stand below the items on the left. */
export const packagesHeight = (paper: Paper, receipt: Receipt): number => asidesOf(paper, receipt).reduce((sum, aside) => sum + heightOf(aside), 0)

/** Draws what is left of packages, words first and boxes second, and the next visit; `y` is the first baseline. */
export function drawAside(paper: Paper, receipt: Receipt, y: number): void {
  let baseline = y
  for (const aside of asidesOf(paper, receipt)) {
    const at = baseline
    const section = group(paper, paper.root, 'Sect')
    tagged(paper, section, 'P', () => {
      set(paper, aside.name, STRONG, { x: LEFT, y: at })
      setLines(paper, aside.lines, { x: VALUE, y: at, lead: LEAD })
    })
    const { boxes } = aside
    if (boxes)
      tagged(paper, section, 'Figure', () => drawBoxes(paper, boxes, at + aside.lines.length * LEAD), { alt: `${boxes.used} of ${boxes.of} visits used` })
    baseline += heightOf(aside)
  }
}

/** A box for each visit paid ahead, the used ones ticked; `y` is the baseline of the line they stand on. */
function drawBoxes({ pdf }: Paper, { used, of }: NonNullable<PackageOnPaper['boxes']>, y: number): void {
  pdf.lineWidth(WRITE_ON).strokeColor('#000000')
  for (let i = 0; i < of; i++) {
    const x = VALUE + i * BOX_STEP
    const top = y - BOX + 3
    pdf.rect(x + WRITE_ON / 2, top, BOX, BOX).stroke()
    if (i < used)
      pdf
        .moveTo(x + 2.2, top + 4.6)
        .lineTo(x + 4.1, top + 6.8)
        .lineTo(x + 7.8, top + 2.2)
        .stroke()
  }
}
