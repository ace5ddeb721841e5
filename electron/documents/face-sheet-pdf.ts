import type { FaceFact, FaceSection, FaceSheet } from '../../shared/documents/face-sheet.ts'
import { dayOf, formatDate, formatTime } from '../../shared/lib/dates.ts'
import { drawDeskPaper } from './desk-page.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import type { Part } from './page-flow.ts'
import { HEAVY, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { KEY, LABEL, type Line, STRONG, TEXT, TITLE } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 12
const BETWEEN = 4
const HEADING = 22
const COLUMN_GAP = 18
const VALUE_IN = 74

/** Draws everything the desk knows of a patient, on one page where it fits. */
export async function drawFaceSheet(sheet: FaceSheet, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Face sheet, ${sheet.name}`, sheet.letterhead.name, options)
  const sections = sheet.sections.filter(({ facts }) => facts.length > 0)
  return drawDeskPaper(paper, {
    letterhead: sheet.letterhead,
    title: 'Face sheet',
    rows: [
      { label: 'Chart', value: sheet.chartNumber, style: STRONG },
      { label: 'Printed', value: `${formatDate(dayOf(sheet.printed))}, ${formatTime(sheet.printed)}` },
    ],
    parts: [namePart(paper, sheet), ...sections.map(section => sectionPart(paper, section))],
    footer: `${sheet.name}, born ${formatDate(sheet.bornOn)}, chart ${sheet.chartNumber}. Health and personal facts: keep it in the chart.`,
  })
}

function namePart(paper: Paper, { name, alerts }: FaceSheet): Part {
  const width = paper.right - LEFT
  const title = wrap(paper, [{ text: name, style: TITLE }], { width, maxLines: 3 })
  const warnings = alerts.flatMap(text => wrap(paper, [{ text, style: STRONG }], { width, maxLines: 3 }))
  return {
    gap: 0,
    height: title.length * 22 + warnings.length * LEAD,
    draw: y => {
      tagged(paper, paper.root, 'H2', () => setLines(paper, title, { x: LEFT, y: y + 14, lead: 22 }))
      if (warnings.length > 0) tagged(paper, paper.root, 'P', () => setLines(paper, warnings, { x: LEFT, y: y + title.length * 22 + 8, lead: LEAD }))
    },
  }
}

type Placed = { readonly label: string; readonly lines: readonly Line[]; readonly x: number; readonly y: number }

/** Facts in one column, or dealt into two of like height. */
function placed(paper: Paper, { facts, isWide }: FaceSection): { places: Placed[]; height: number } {
  const full = paper.right - LEFT
  const half = (full - COLUMN_GAP) / 2
  const width = (isWide ? full : half) - VALUE_IN
  const sized = facts.map(({ label, value }: FaceFact) => ({
    label,
    lines: value.split('\n').flatMap(text => wrap(paper, [{ text, style: TEXT }], { width, maxLines: 8 })),
  }))
  const heightOf = ({ lines }: { lines: readonly Line[] }) => lines.length * LEAD + BETWEEN
  const total = sized.reduce((sum, fact) => sum + heightOf(fact), 0)
  const places: Placed[] = []
  let [x, y, tallest] = [LEFT, 0, 0]
  for (const fact of sized) {
    if (!isWide && x === LEFT && y > 0 && y + heightOf(fact) / 2 > total / 2) [x, y] = [LEFT + half + COLUMN_GAP, 0]
    places.push({ ...fact, x, y })
    y += heightOf(fact)
    tallest = Math.max(tallest, y)
  }
  return { places, height: tallest }
}

function sectionPart(paper: Paper, section: FaceSection): Part {
  const { places, height } = placed(paper, section)
  return {
    gap: 10,
    height: HEADING + height,
    draw: y => {
      const element = group(paper, paper.root, 'Sect')
      rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
      tagged(paper, element, 'H2', () => set(paper, section.heading, KEY, { x: LEFT, y: y + 15 }))
      for (const { label, lines, x, y: down } of places)
        tagged(paper, element, 'P', () => {
          set(paper, label.toUpperCase(), LABEL, { x, y: y + HEADING + down + 8.8 })
          setLines(paper, lines, { x: x + VALUE_IN, y: y + HEADING + down + 9, lead: LEAD })
        })
    },
  }
}
