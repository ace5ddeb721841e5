import type { IntakeForm } from '../../shared/documents/intake-form.ts'
import { drawFields } from './intake-form-ink.ts'
import { drawAboutPage, drawSigningPage } from './intake-form-pages.ts'
import { drawContinuedHead, drawLetterhead, drawTitle } from './letterhead.ts'
import { addPage, finish, newPaper, type PrintOptions, RIGHT_BLOCK } from './page.ts'
import { STRONG } from './text-style.ts'
import { drawNoteFooter } from './visit-note-pdf.ts'

const TITLE = 'Intake form'
const FIRST_TOP = 120
const NEXT_TOP = 92

/** Draws a blank intake form on two pages, for the patient to fill in by hand. */
export async function drawIntakeForm(form: IntakeForm, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(form.patient ? `${TITLE}, ${form.patient.name}` : TITLE, form.letterhead.name, options)
  const foot = (page: number) => drawNoteFooter(paper, { left: form.patient ? `${TITLE}, ${form.patient.name}` : TITLE, right: `Page ${page} of 2` })
  addPage(paper)
  drawLetterhead(paper, form.letterhead)
  drawTitle(paper, { title: TITLE, rows: [], continued: false })
  drawFields(paper, paper.root, { fields: [{ label: 'Today’s date', share: 1 }], place: { from: paper.at(RIGHT_BLOCK), to: paper.right, y: 76 } })
  drawAboutPage(paper, form, FIRST_TOP)
  foot(1)
  addPage(paper)
  drawContinuedHead(paper, { clinic: form.letterhead.name, rows: [{ label: 'Name', value: form.patient?.name ?? '', style: STRONG }] })
  drawTitle(paper, { title: TITLE, rows: [], continued: true })
  drawSigningPage(paper, form, NEXT_TOP)
  foot(2)
  return finish(paper)
}
