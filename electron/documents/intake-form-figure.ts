import { bodyPath, FIGURE_BOX } from './body-chart-figure.ts'
import type { Paper, Structure } from './page.ts'
import { set } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { LABEL } from './text-style.ts'
import { widthOf } from './text-wrap.ts'

/** Widths in units of the figure: the body’s edge and the skin that covers the inner half of it. */
const EDGE = 26
const SKIN = 18
const LINE = 2
const BETWEEN = 40
const CAPTION = 14
const VIEWS = ['front', 'back'] as const

/** Front and back of the body to draw on by hand: a clear edge, faint muscles to find one’s way, right and left named. */
export function drawBlankFigure(paper: Paper, section: Structure, place: { x: number; y: number; width: number; height: number }): void {
  const scale = Math.min((place.height - CAPTION) / (FIGURE_BOX.foot - FIGURE_BOX.top), (place.width - BETWEEN) / 2 / FIGURE_BOX.width)
  const each = FIGURE_BOX.width * scale
  const from = place.x + (place.width - 2 * each - BETWEEN) / 2
  const draw = () => {
    for (const [i, view] of VIEWS.entries()) {
      const x = from + i * (each + BETWEEN)
      drawView(paper, view, { x, y: place.y, scale })
      const sides = view === 'front' ? (['Right', 'Front', 'Left'] as const) : (['Left', 'Back', 'Right'] as const)
      for (const [j, word] of sides.entries()) {
        const words = word.toUpperCase()
        set(paper, words, LABEL, { x: x + (each * (j + 0.5)) / 3 - widthOf(paper, words, LABEL) / 2, y: place.y + place.height - 3 })
      }
    }
  }
  tagged(paper, section, 'Figure', draw, { alt: 'An outline of the body from the front and from the back, to shade where it hurts.' })
}

function drawView({ pdf }: Paper, view: (typeof VIEWS)[number], { x, y, scale }: { x: number; y: number; scale: number }): void {
  const body = bodyPath(view)
  pdf.save().translate(x, y).scale(scale).translate(-FIGURE_BOX.left[view], -FIGURE_BOX.top).lineJoin('round')
  pdf.lineWidth(EDGE).strokeColor('#262626').addContent(`${body} S`)
  pdf.lineWidth(SKIN).strokeColor('#ffffff').fillColor('#ffffff').addContent(`${body} B`)
  pdf.lineWidth(LINE).strokeColor('#b4b4b4').addContent(`${body} S`)
  pdf.restore()
}
