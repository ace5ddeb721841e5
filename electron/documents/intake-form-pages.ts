import { INTAKE_CONDITIONS, INTAKE_CONSENT, INTAKE_CONSENT_REMARK, type IntakeForm } from '../../shared/documents/intake-form.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawBlankFigure } from './intake-form-figure.ts'
import { drawFields, drawHeading, drawLinesToFill, drawTick } from './intake-form-ink.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import { set, setLines } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 12
const GAP = 12
const TICK_ROW = 14
const TICK_COLUMNS = 3
const CHART_HEIGHT = 238
const YES_NO = ['Yes', 'No'] as const

/** Page 1: who the patient is, whom to call, why they come, and what they have. `y` is the body’s top. */
export function drawAboutPage(paper: Paper, { patient }: IntakeForm, y: number): void {
  const who = drawHeading(paper, { text: 'About you', y })
  const row = (section: Structure, top: number, ...fields: readonly Parameters<typeof drawFields>[2]['fields'][number][]) =>
    drawFields(paper, section, { fields, place: { from: LEFT, to: paper.right, y: top } })
  const born = patient ? formatDate(patient.bornOn) : ''
  let top = row(
    who.section,
    who.y,
    { label: 'Name', share: 5, known: patient?.name ?? '' },
    { label: 'Date of birth', share: 2, known: born },
    { label: 'Pronouns', share: 1.4 },
  )
  top = row(
    who.section,
    top,
    { label: 'Street, city, ZIP', share: 5 },
    { label: 'Phone', share: 2, known: patient?.phone ?? '' },
    { label: 'Work', share: 1.4 },
  )
  top = row(who.section, top, { label: 'In an emergency call', share: 3.4 }, { label: 'Who is that to you', share: 2 }, { label: 'Phone', share: 2.2 })
  top = row(
    who.section,
    top,
    { label: 'Your physician', share: 3.4 },
    { label: 'Phone or town', share: 2 },
    { label: 'May we write to them?', share: 2, choices: YES_NO },
  )
  const why = drawHeading(paper, { text: 'Why you come', y: top + GAP })
  top = row(why.section, why.y, { label: 'What bothers you most', share: 5 }, { label: 'Since when', share: 2 })
  top = row(why.section, top, { label: 'What makes it worse', share: 1 }, { label: 'What makes it better', share: 1 })
  top = row(why.section, top, { label: 'What it keeps you from doing, and what you would like to do again', share: 1 })
  top = row(
    why.section,
    top,
    { label: 'From an accident?', share: 3.2, choices: ['No', 'Car', 'Work', 'Other'] },
    { label: 'Date of the accident', share: 1.6 },
    { label: 'Had massage before?', share: 1.5, choices: YES_NO },
    { label: 'Pressure you like', share: 2.5, choices: ['Light', 'Medium', 'Firm'] },
  )
  drawPainRow(paper, why.section, top + 4)
  drawConditions(paper, top + 30 + GAP)
}

function drawPainRow(paper: Paper, section: Structure, y: number): void {
  const step = (paper.right - LEFT - 240) / 10
  tagged(paper, section, 'P', () => {
    set(paper, 'Pain today: circle a number. 0 none, 10 the worst.', TEXT, { x: LEFT, y: y + 14 })
    for (let grade = 0; grade <= 10; grade++) set(paper, String(grade), { face: 'semibold', size: 12 }, { x: LEFT + 226 + grade * step, y: y + 14 })
  })
}

function drawConditions(paper: Paper, y: number): void {
  const { section, y: top } = drawHeading(paper, { text: 'Your health', remark: 'Tick all that you have or have had.', y })
  const rows = Math.ceil(INTAKE_CONDITIONS.length / TICK_COLUMNS)
  const width = (paper.right - LEFT) / TICK_COLUMNS
  for (const [i, { words }] of INTAKE_CONDITIONS.entries()) {
    const place = { x: LEFT + Math.floor(i / rows) * width, y: top + 11 + (i % rows) * TICK_ROW }
    tagged(paper, section, 'P', () => void drawTick(paper, words, place))
  }
  const below = top + 4 + rows * TICK_ROW
  const labels = [['Anything else, or more about what you ticked: where, since when', 1]] as const
  drawLinesToFill(paper, section, { labels, rows: 2, place: { from: LEFT, to: paper.right, y: below } })
}

/** Page 2: what the patient takes and reacts to, where it hurts, what they agree to, and who signs. */
export function drawSigningPage(paper: Paper, form: IntakeForm, y: number): void {
  const half = (paper.right + LEFT) / 2
  const column = { from: LEFT, to: half - 8 }
  const other = { from: half + 8, to: paper.right }
  const lists = drawHeading(paper, { text: 'Medications, allergies, surgeries', y })
  const lines = (labels: readonly (readonly [string, number])[], rows: number, place: { from: number; to: number; y: number }) =>
    drawLinesToFill(paper, lists.section, { labels, rows, place })
  const left = lines(
    [
      ['Medication or supplement', 3],
      ['What for', 2],
    ],
    5,
    { ...column, y: lists.y },
  )
  const right = lines(
    [
      ['Allergy', 3],
      ['What happens', 2],
    ],
    2,
    { ...other, y: lists.y },
  )
  const surgeries = lines(
    [
      ['Surgery or serious injury', 3.4],
      ['Year', 1],
    ],
    2,
    { ...other, y: right },
  )
  const pregnancy = [
    { label: 'Pregnant, or possibly so?', share: 3.4, choices: ['No', 'Yes', 'Possibly'] },
    { label: 'Due on', share: 1.6 },
    { label: 'Any problems with it', share: 4 },
  ]
  const below = drawFields(paper, lists.section, { fields: pregnancy, place: { from: LEFT, to: paper.right, y: Math.max(left, surgeries) } })
  const chartFoot = drawPainOutline(paper, below + GAP)
  drawConsent(paper, form, chartFoot + GAP)
}

function drawPainOutline(paper: Paper, y: number): number {
  const remark = 'Shade it on the figures. An arrow shows where it travels.'
  const { section, y: top } = drawHeading(paper, { text: 'Where it hurts', y })
  const textWidth = 150
  const lines = wrap(paper, [{ text: remark, style: TEXT }], { width: textWidth, maxLines: 8 })
  tagged(paper, section, 'P', () => setLines(paper, lines, { x: LEFT, y: top + 14, lead: LEAD }))
  for (const [i, words] of ['Aching', 'Sharp', 'Burning', 'Numb or tingling', 'Stiff'].entries())
    tagged(paper, section, 'P', () => void drawTick(paper, words, { x: LEFT, y: top + 30 + (lines.length + i * 1.2) * LEAD }))
  const place = { x: LEFT + textWidth + 20, y: top + 4, width: paper.right - LEFT - textWidth - 20, height: CHART_HEIGHT }
  drawBlankFigure(paper, section, place)
  return top + 4 + CHART_HEIGHT
}

function drawConsent(paper: Paper, { patient }: IntakeForm, y: number): void {
  const { section, y: top } = drawHeading(paper, { text: 'Please read and sign', remark: INTAKE_CONSENT_REMARK, y })
  let baseline = top + 11
  for (const sentence of INTAKE_CONSENT) {
    const lines = wrap(paper, [{ text: sentence, style: TEXT }], { width: paper.right - LEFT - 16, maxLines: 3 })
    const at = baseline
    tagged(paper, section, 'P', () => {
      drawTick(paper, '', { x: LEFT, y: at })
      setLines(paper, lines, { x: LEFT + 16, y: at, lead: LEAD })
    })
    baseline += lines.length * LEAD + 3
  }
  const all = { from: LEFT, to: paper.right }
  const sign = (fields: Parameters<typeof drawFields>[2]['fields'], top: number) => drawFields(paper, section, { fields, place: { ...all, y: top } })
  let next = sign(
    [
      { label: 'Signature', share: 5 },
      { label: 'Date', share: 2 },
    ],
    baseline,
  )
  next = sign(
    [
      { label: 'Under 18: parent or guardian, name and relation', share: 4, known: patient?.guardian ?? '' },
      { label: 'Signature of parent or guardian', share: 4 },
      { label: 'Date', share: 1.6 },
    ],
    next,
  )
  const refusal = [
    { label: 'Instead of the form', share: 3.4, choices: ['I would rather not fill it in'] },
    { label: 'Reason, if you like to say', share: 4 },
    { label: 'Noted by (clinic)', share: 2.2 },
  ]
  sign(refusal, next)
}
