import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { LEFT, type Paper, VALUE } from './page.ts'
import type { Part } from './page-flow.ts'
import { set, setLine, stroke, WRITE_ON } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { ASIDE, LABEL, STRONG, TEXT } from './text-style.ts'
import { oneLine } from './text-wrap.ts'

const WIDTH = 240
const HEIGHT = 58

/** A line to sign on, with the name below it and the date beside; “Signature on file” where the clinic keeps it. */
export function signaturePart(paper: Paper, { name, isOnFile, on }: { name: string; isOnFile: boolean; on: LocalDate }): Part {
  return {
    gap: 20,
    height: HEIGHT,
    draw: y => {
      const part = group(paper, paper.root, 'Sect')
      const base = y + 32
      tagged(paper, part, 'P', () => {
        set(paper, 'SIGNED', LABEL, { x: LEFT, y: base - 0.2 })
        if (isOnFile) set(paper, 'Signature on file', ASIDE, { x: VALUE, y: base - 3 })
        stroke(paper, { from: VALUE, to: VALUE + WIDTH, y: base + 2, weight: WRITE_ON })
        setLine(paper, oneLine(paper, name, { style: STRONG, width: WIDTH }), { x: VALUE, y: base + 14 })
      })
      tagged(paper, part, 'P', () => {
        set(paper, 'DATE', LABEL, { x: paper.at(401.6), y: base - 0.2 })
        set(paper, formatDate(on), TEXT, { x: paper.at(446.4), y: base })
      })
    },
  }
}
