import type { PaperItem, SumRow } from '../../shared/documents/receipt.ts'
import { formatAmount, formatMoney } from '../../shared/lib/money.ts'
import { LEFT, type Paper, RIGHT_BLOCK, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { setLines, setRight } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { type Line, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const ROW = 16
const EXTRA_LINE = 12
const BASELINE = 11.5
const SUM_LEAD = 13
const NAME_WIDTH = 280
const NOTHING = '–'

type ItemColumns = Readonly<Record<'name' | 'quantity' | 'price' | 'amount', Column>>

const columnsOf = ({ at, right }: Paper): ItemColumns => ({
  name: { title: 'Item', x: LEFT },
  quantity: { title: 'Quantity', x: at(389.6), align: 'right' },
  price: { title: 'Price', x: at(479.2), align: 'right' },
  amount: { title: 'Amount', x: right, align: 'right' },
})

const line = (text: string, style = TEXT): Line[] => [[{ text, style }]]

/** The items of a receipt or an invoice as parts of the body: rows are never split, and the head stands again on every page. */
export function itemParts(paper: Paper, items: readonly PaperItem[]): Part[] {
  const columns = columnsOf(paper)
  let table: Structure | undefined
  const head = (again: boolean): Slice => ({
    height: HEAD_HEIGHT,
    draw: y => {
      table ??= group(paper, paper.root, 'Table')
      drawHead(paper, table, { columns: Object.values(columns), right: paper.right, y, again })
    },
  })
  return items.map(item => {
    const { cells, height } = itemRow(paper, columns, item)
    return {
      gap: 0,
      height,
      lead: { kind: 'items', first: head(false), again: head(true) },
      draw: y => table && drawRow(paper, table, { cells, y: y + BASELINE }),
    }
  })
}

function itemRow(paper: Paper, columns: ItemColumns, { name, detail, quantity, price, amount }: PaperItem): { cells: Cell[]; height: number } {
  const words = detail === '' ? name : `${name}, ${detail}`
  const names = wrap(paper, [{ text: words, style: TEXT }], { width: paper.at(LEFT + NAME_WIDTH) - LEFT })
  const cells: Cell[] = [
    { column: columns.name, lines: names },
    { column: columns.quantity, lines: line(quantity === 0 ? NOTHING : String(quantity)) },
    { column: columns.price, lines: line(quantity === 0 ? NOTHING : formatAmount(price)) },
    { column: columns.amount, lines: line(formatAmount(amount)) },
  ]
  return { cells, height: ROW + (names.length - 1) * EXTRA_LINE }
}

/** How high the sums are. */
export const sumsHeight = (paper: Paper, sums: readonly SumRow[]): number =>
  sumLines(paper, sums).reduce((height, { lines }) => height + lines.length * SUM_LEAD, 0)

/** The sums in the right block below the items; `y` is the first baseline. The strong ones carry the dollar sign. */
export function drawSums(paper: Paper, sums: readonly SumRow[], y: number): void {
  const section = group(paper, paper.root, 'Sect')
  let baseline = y
  for (const { row, lines } of sumLines(paper, sums)) {
    const at = baseline
    tagged(paper, section, 'P', () => {
      setLines(paper, lines, { x: paper.at(RIGHT_BLOCK), y: at, lead: SUM_LEAD })
      const amount = row.isStrong ? formatMoney(row.amount) : formatAmount(row.amount)
      setRight(paper, amount, row.isStrong ? STRONG : TEXT, { x: paper.right, y: at })
    })
    baseline += lines.length * SUM_LEAD
  }
}

function sumLines(paper: Paper, sums: readonly SumRow[]): { row: SumRow; lines: Line[] }[] {
  const width = paper.right - paper.at(RIGHT_BLOCK) - 62
  return sums.map(row => ({ row, lines: wrap(paper, [{ text: row.label, style: row.isStrong ? STRONG : TEXT }], { width, maxLines: 3 }) }))
}
