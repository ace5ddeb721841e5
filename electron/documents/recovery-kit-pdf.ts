import type { RecoveryKit } from '../../shared/documents/recovery-kit.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawFoldTicks, drawTitle } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, type Structure } from './page.ts'
import { HAIRLINE, HEAVY, rule, set, setLine, setLines, setRight, stroke, WRITE_ON } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { KEY, LABEL, type Style, TEXT } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

/** Larger than on other papers: it is read by someone tired, on a bad day. */
const PLAIN: Style = { face: 'regular', size: 12 }
const KEY_GROUP: Style = { face: 'semibold', size: 18, tracking: 1 }
const LEAD = 16
const TEXT_LEFT = 132.8
const GROUPS_IN_A_ROW = 4
const ROW_OF_GROUPS = 34

const PURPOSE = 'If the password is forgotten, this sheet opens the records.'
const WHAT_IT_IS =
  'The records of this clinic are locked, on the computer and in every backup. The key below opens them without the password. ' +
  'Nobody keeps another copy of it and nobody can make a new one: without the password and without this sheet, the records stay locked for good.'
const HOW_TO_USE: readonly string[] = [
  'Start Myodesk. On the screen that asks for the password, choose to open with the recovery key.',
  'Type the groups in their order. Capitals, dashes and spaces do not matter. 0 is always zero and 1 is always one: the letters O, I, L and U are never used.',
  'If a group has a typo, its number is named. Compare that group with this sheet.',
  'Choose a new password. This sheet stays good.',
]
const NEW_COMPUTER = 'On a new computer: install Myodesk, restore the newest backup, then do the same.'
const WHERE_TO_KEEP =
  'In a safe or a locked drawer, away from the computer. Never in the computer, in a photo or in an e-mail. ' +
  'Whoever has this sheet and a copy of the records can read them all, so treat it like the key to the filing cabinet. It can be printed again in Settings.'

/** Draws the recovery kit on one page. The key is on it in full: the caller decides where the file may go. */
export async function drawRecoveryKit(kit: RecoveryKit, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper('Recovery kit', kit.clinicName, options)
  addPage(paper)
  drawFoldTicks(paper)
  const clinic = oneLine(paper, kit.clinicName, { style: KEY, width: paper.at(389.6) - LEFT })
  tagged(paper, paper.root, 'P', () => setLine(paper, clinic, { x: LEFT, y: 56 }))
  drawTitle(paper, { title: 'Recovery kit', rows: [{ label: 'Made', value: formatDate(kit.madeOn) }], continued: false })
  tagged(paper, paper.root, 'P', () => set(paper, PURPOSE, KEY, { x: LEFT, y: 118 }))
  let y = drawSection(paper, { head: 'What it is', paragraphs: [WHAT_IT_IS], y: 150 })
  y = drawKey(paper, kit.recoveryKey, y + 8)
  y = drawSection(paper, { head: 'How to use it', paragraphs: HOW_TO_USE.map((step, i) => `${i + 1}. ${step}`), y: y + 30 })
  y = drawSection(paper, { head: '', paragraphs: [NEW_COMPUTER], y })
  y = drawSection(paper, { head: 'Where to keep it', paragraphs: [WHERE_TO_KEEP], y: y + 14 })
  drawLinesToWriteOn(paper, y + 26)
  const made = `Recovery kit, ${formatDate(kit.madeOn)}`
  artifact(paper, 'Pagination', () => {
    set(paper, made, TEXT, { x: LEFT, y: paper.footer })
    setRight(paper, 'Page 1 of 1', TEXT, { x: paper.right, y: paper.footer })
  })
  return finish(paper)
}

/** The groups in rows of four, each under its number, between two rules. Gives the lower rule. */
function drawKey(paper: Paper, recoveryKey: string, y: number): number {
  const groups = recoveryKey.split(/[\s-]+/).filter(part => part !== '')
  const step = (paper.right - LEFT) / GROUPS_IN_A_ROW
  const section = group(paper, paper.root, 'Sect')
  const foot = y + 38 + Math.ceil(groups.length / GROUPS_IN_A_ROW) * ROW_OF_GROUPS
  rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
  tagged(paper, section, 'H2', () => set(paper, 'Recovery key', KEY, { x: LEFT, y: y + 20 }))
  for (const [i, part] of groups.entries()) {
    const x = LEFT + (i % GROUPS_IN_A_ROW) * step
    const baseline = y + 52 + Math.floor(i / GROUPS_IN_A_ROW) * ROW_OF_GROUPS
    tagged(paper, section, 'P', () => {
      set(paper, String(i + 1), LABEL, { x, y: baseline })
      set(paper, part, KEY_GROUP, { x: x + 16, y: baseline })
    })
  }
  rule(paper, { from: LEFT, to: paper.right, y: foot, weight: HAIRLINE })
  return foot
}

/** A side-head with its paragraphs. Gives the next free baseline. */
function drawSection(paper: Paper, { head, paragraphs, y }: { head: string; paragraphs: readonly string[]; y: number }): number {
  const section = group(paper, paper.root, 'Sect')
  if (head !== '') tagged(paper, section, 'H2', () => set(paper, head, { face: 'semibold', size: 9.5 }, { x: LEFT, y }))
  return paragraphs.reduce((top, text) => drawParagraph(paper, section, { text, y: top }) + 4, y)
}

function drawParagraph(paper: Paper, section: Structure, { text, y }: { text: string; y: number }): number {
  const lines = wrap(paper, [{ text, style: PLAIN }], { width: paper.right - TEXT_LEFT, maxLines: 8 })
  tagged(paper, section, 'P', () => setLines(paper, lines, { x: TEXT_LEFT, y, lead: LEAD }))
  return y + lines.length * LEAD
}

/** Where the sheet is kept and who put it there, by hand. */
function drawLinesToWriteOn(paper: Paper, y: number): void {
  const half = paper.at(389.6)
  tagged(paper, paper.root, 'P', () => {
    stroke(paper, { from: TEXT_LEFT, to: half, y, weight: WRITE_ON })
    stroke(paper, { from: half + 12, to: paper.right, y, weight: WRITE_ON })
    set(paper, 'KEPT AT', LABEL, { x: TEXT_LEFT, y: y + 11 })
    set(paper, 'BY, DATE', LABEL, { x: half + 12, y: y + 11 })
  })
}
