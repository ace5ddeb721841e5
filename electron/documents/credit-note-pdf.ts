import type { CreditNotePaper } from '../../shared/documents/invoice-paper.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { drawAnswer, drawPaperFooter } from './invoice-paper-pdf.ts'
import { drawAddress, drawFoldTicks, drawLetterhead, drawTitle } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, VALUE } from './page.ts'
import { HAIRLINE, HEAVY, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { drawSums } from './receipt-items.ts'
import { KEY, LABEL, type Line, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const TOP = 264
const LEAD = 12

/** Draws a credit note: one page. Same input, moment and paper size: same bytes. */
export async function drawCreditNote(note: CreditNotePaper, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Credit note ${note.number}, ${note.patientName}`, note.letterhead.name, options)
  addPage(paper)
  drawFoldTicks(paper)
  drawLetterhead(paper, note.letterhead)
  drawTitle(paper, { title: 'Credit note', rows: metaRows(note), continued: false })
  const holds = note.takenBackWords === ''
  drawAnswer(paper, { label: 'Credited', amount: formatMoney(note.amount), answer: holds ? 'Taken off what is owed' : 'No longer holds' })
  drawAddress(paper, { label: 'To', name: note.billTo.name, lines: note.billTo.addressLines })
  drawBody(paper, note)
  drawPaperFooter(paper, `Credit note ${note.number}`, 'Page 1 of 1')
  return finish(paper)
}

const metaRows = ({ number, creditedOn, version, replaces, taxId }: CreditNotePaper) => [
  { label: 'Number', value: number, style: STRONG },
  { label: 'Date', value: formatDate(creditedOn) },
  ...(replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${replaces}` }]),
  ...(taxId === '' ? [] : [{ label: 'Tax ID', value: taxId }]),
  { label: 'Page', value: '1 of 1' },
]

function drawBody(paper: Paper, note: CreditNotePaper): void {
  const width = paper.right - VALUE
  const section = group(paper, paper.root, 'Sect')
  const facts: readonly { label: string; lines: Line[] }[] = [
    { label: 'Patient', lines: wrap(paper, [{ text: note.patientName, style: STRONG }], { width }) },
    { label: 'For', lines: wrap(paper, [{ text: `Invoice ${note.invoiceNumber} of ${formatDate(note.invoicedOn)}`, style: TEXT }], { width }) },
    { label: 'Reason', lines: wrap(paper, [{ text: note.reason, style: TEXT }], { width, maxLines: 8 }) },
  ]
  rule(paper, { from: LEFT, to: paper.right, y: TOP, weight: HAIRLINE })
  let y = TOP + 14
  for (const { label, lines } of facts) {
    const at = y
    tagged(paper, section, 'P', () => {
      set(paper, label.toUpperCase(), LABEL, { x: LEFT, y: at - 0.2 })
      setLines(paper, lines, { x: VALUE, y: at, lead: LEAD })
    })
    y += lines.length * LEAD
  }
  if (note.takenBackWords !== '') {
    const lines = wrap(paper, [{ text: note.takenBackWords, style: KEY }], { width: paper.right - LEFT, maxLines: 4 })
    const at = y + 10
    tagged(paper, section, 'P', () => setLines(paper, lines, { x: LEFT, y: at, lead: 16 }))
    y += 10 + lines.length * 16
  }
  rule(paper, { from: LEFT, to: paper.right, y: y + 4, weight: HEAVY })
  drawSums(paper, note.sums, y + 18)
}
