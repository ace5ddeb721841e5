import { joinWords } from '../body-chart/regions.ts'
import { dayOf, formatDate, formatTime, type Instant, wallTimeOf } from '../lib/dates.ts'
import type { NoteContent } from '../notes/schema.ts'
import { withCredentials } from './paper-words.ts'
import type { NoteOnPaper, NoteSection } from './visit-note.ts'
import { objectiveSection } from './visit-note-objective.ts'
import { screeningSection } from './visit-note-screening.ts'
import type { NoteSource } from './visit-note-source.ts'
import { subjectiveSection } from './visit-note-subjective.ts'
import { timedMinutes, treatmentSection } from './visit-note-treatment.ts'

/** Puts a signed note on paper: every part that says something, in the order it was charted. */
export function noteOnPaper(source: NoteSource): NoteOnPaper {
  const { note, timeZone, facts } = source
  const { content, signature, enteredInError } = note
  const moment = (at: Instant) => momentInWords(at, timeZone)
  const sections = [
    screeningSection(source),
    subjectiveSection(source),
    objectiveSection(source),
    treatmentSection(source),
    prose('Assessment', content.assessment),
    planSection(content),
  ]
  return {
    on: note.serviceOn,
    facts: [...facts],
    summary: summaryOf(content),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    signature: {
      name: withCredentials(signature.name, signature.credentials),
      at: moment(signature.signedAt),
      drawn: signature.drawn,
      contentHash: signature.contentHash,
    },
    addenda: note.addenda.map(({ writtenBy, writtenAt, text }) => ({ by: writtenBy, at: moment(writtenAt), text })),
    inError: enteredInError && { reason: enteredInError.reason, by: enteredInError.by, at: moment(enteredInError.at) },
  }
}

/** `Nov 19, 2026, 11:58 am`: a moment on the clinic’s wall. */
export function momentInWords(at: Instant, timeZone: string): string {
  const wall = wallTimeOf(at, timeZone)
  return `${formatDate(dayOf(wall))}, ${formatTime(wall)}`
}

/** What a reader wants first: `Pain 5 before, 2 after treatment. 52 hands-on minutes of manual therapy and massage strokes.` */
function summaryOf(content: NoteContent): string {
  if (content.screening.isWithheld) return 'Treatment withheld at this visit.'
  const { painBefore, painAfter, blocks } = content
  const before = painBefore.now === null ? '' : `Pain ${painBefore.now} of 10`
  const pain = before !== '' && painAfter.now !== null ? `${before} before, ${painAfter.now} after treatment.` : before && `${before}.`
  const minutes = timedMinutes(content)
  const names = [...new Set(blocks.filter(block => block.isTimed).map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)))]
  const work = minutes === 0 ? '' : `${minutes} hands-on ${minutes === 1 ? 'minute' : 'minutes'} of ${joinWords(names)}.`
  return [pain, work].filter(text => text !== '').join(' ')
}

function planSection({ plan, homeCare }: NoteContent): NoteSection {
  const home = homeCare.trim() === '' ? [] : [{ kind: 'prose' as const, label: 'Home care', text: homeCare }]
  return { head: 'Plan', blocks: [...prose('Plan', plan).blocks, ...home] }
}

const prose = (head: string, text: string): NoteSection => ({ head, blocks: text.trim() === '' ? [] : [{ kind: 'prose', label: '', text }] })
