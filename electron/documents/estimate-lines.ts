import type { Estimate, EstimateLine, EstimateProvider } from '../../shared/documents/estimate.ts'
import { formatAmount, formatMoney } from '../../shared/lib/money.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HEAVY, rule } from './page-ink.ts'
import { group } from './page-tags.ts'
import { type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { type Line, STRONG, type Style, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const ROW = 16
const EXTRA_LINE = 12
const BASELINE = 11.5
const ABOVE_TOTAL = 14.5
const BETWEEN_PROVIDERS = 4

const NAMES = ['service', 'code', 'dx', 'units', 'unitFee', 'visits', 'expected'] as const
type Columns = Readonly<Record<(typeof NAMES)[number], Column>>

const columnsOf = ({ at, right }: Paper): Columns => ({
  service: { title: 'Service', x: LEFT },
  code: { title: 'Code', x: at(222.4) },
  dx: { title: 'Dx', x: at(267.2) },
  units: { title: 'Units a visit', x: at(389.6), align: 'right' },
  unitFee: { title: 'Charge a unit', x: at(455.6), align: 'right' },
  visits: { title: 'Visits', x: at(501.2), align: 'right' },
  expected: { title: 'Expected', x: right, align: 'right' },
})

type Filled = Partial<Record<(typeof NAMES)[number], readonly Line[]>>
const cellsOf = (columns: Columns, filled: Filled) => NAMES.map(name => ({ column: columns[name], lines: filled[name] ?? [] }))
const words = (text: string, style: Style = TEXT): Line[] => [[{ text, style }]]

/** The expected services under who gives them, and what they come to; rows are never split, and a provider’s name stays with the first service. */
export function estimateLineParts(paper: Paper, estimate: Estimate): Part[] {
  const columns = columnsOf(paper)
  const table: { current?: Structure } = {}
  const head = (again: boolean): Slice => ({
    height: HEAD_HEIGHT,
    draw: y => {
      table.current ??= group(paper, paper.root, 'Table')
      drawHead(paper, table.current, { columns: Object.values(columns), right: paper.right, y, again })
    },
  })
  const lead = { kind: 'lines', first: head(false), again: head(true) }
  const rows = estimate.providers.flatMap((provider, place) =>
    providerRows(paper, columns, provider).map((row, i) => ({ ...row, gap: place > 0 && i === 0 ? BETWEEN_PROVIDERS : 0 })),
  )
  const parts = rows.map(({ gap, height, draw }): Part => ({ gap, height, lead, draw: y => table.current && draw(table.current, y) }))
  return [...parts, totalsPart(paper, columns, { estimate, lead, table })]
}

type TableRow = { readonly height: number; readonly draw: (table: Structure, y: number) => void }

function providerRows(paper: Paper, columns: Columns, { name, facts, lines }: EstimateProvider): TableRow[] {
  const names = wrap(paper, [{ text: name, style: STRONG }], { width: paper.at(210.4) - LEFT })
  const about = wrap(paper, [{ text: facts, style: TEXT }], { width: paper.right - paper.at(222.4) })
  const height = ROW + (Math.max(names.length, about.length) - 1) * EXTRA_LINE
  const own: TableRow = { height, draw: (table, y) => drawRow(paper, table, { cells: cellsOf(columns, { service: names, code: about }), y: y + BASELINE }) }
  const [first, ...others] = lines.map(line => lineRow(paper, columns, line))
  if (!first) return [own]
  const together: TableRow = {
    height: own.height + first.height,
    draw: (table, y) => {
      own.draw(table, y)
      first.draw(table, y + own.height)
    },
  }
  return [together, ...others]
}

function lineRow(paper: Paper, columns: Columns, line: EstimateLine): TableRow {
  const service = wrap(paper, [{ text: line.service, style: TEXT }], { width: paper.at(210.4) - LEFT })
  const dx = wrap(paper, [{ text: line.dx === '' ? 'None' : line.dx, style: TEXT }], { width: paper.at(335.2) - paper.at(267.2), maxLines: 6 })
  const cells = cellsOf(columns, {
    service,
    dx,
    code: words(line.code, STRONG),
    units: words(String(line.units)),
    unitFee: words(formatAmount(line.unitFee)),
    visits: words(String(line.visits)),
    expected: words(formatAmount(line.expected)),
  })
  return {
    height: ROW + (Math.max(service.length, dx.length) - 1) * EXTRA_LINE,
    draw: (table, y) => drawRow(paper, table, { cells, y: y + BASELINE }),
  }
}

type Totals = { readonly estimate: Estimate; readonly lead: NonNullable<Part['lead']>; readonly table: { readonly current?: Structure } }

/** Full charges and the discount where one is given, and the expected total. */
function totalsPart(paper: Paper, columns: Columns, { estimate, lead, table }: Totals): Part {
  const { charges, discount, discountWords, expected } = estimate.totals
  const rows = [
    ...(discount === 0 ? [] : [{ label: 'Full charges', amount: formatAmount(charges), style: TEXT }]),
    ...(discount === 0 ? [] : [{ label: discountWords, amount: formatAmount(discount), style: TEXT }]),
    { label: 'Expected total', amount: formatMoney(expected), style: STRONG },
  ]
  return {
    gap: 0,
    height: ABOVE_TOTAL + (rows.length - 1) * 13 + 14,
    lead,
    draw: y => {
      rule(paper, { from: LEFT, to: paper.right, y: y + 0.5, weight: HEAVY })
      for (const [i, { label, amount, style }] of rows.entries()) {
        const cells = cellsOf(columns, { code: words(label, style), expected: words(amount, style) })
        if (table.current) drawRow(paper, table.current, { cells, y: y + ABOVE_TOTAL + i * 13 })
      }
    },
  }
}
