import { joinWords, regionsInWords } from '../body-chart/regions.ts'
import type { Diagnosis, Episode, Prescription } from '../episodes/schema.ts'
import { formatDate, type LocalDate } from '../lib/dates.ts'
import type { Note } from '../notes/schema.ts'
import type { NotePacket } from './note-packet.ts'
import { withCredentials } from './paper-words.ts'
import type { PaperFact } from './visit-note.ts'
import { noteOnPaper } from './visit-note-compose.ts'
import type { NoteSource } from './visit-note-source.ts'
import { timedMinutes } from './visit-note-treatment.ts'

/** What a packet is made from: the notes in order of their visits, and those left out. */
export type PacketSource = {
  readonly episode: Episode
  readonly notes: readonly { readonly visit: string; readonly source: NoteSource }[]
  readonly leftOut: readonly Note[]
}

/** Episode facts, notes and what is missing: all of a packet that stands or falls with the records. */
export function packetContent({ episode, notes, leftOut }: PacketSource): Pick<NotePacket, 'summary' | 'episode' | 'notes' | 'missing'> {
  const days = notes.map(({ source }) => source.note.serviceOn)
  return {
    summary: `${notes.length} signed ${notes.length === 1 ? 'note' : 'notes'}, ${rangeInWords(days)}.`,
    episode: episodeFacts(episode),
    notes: notes.map(({ visit, source }) => {
      const { content } = source.note
      return { visit, minutes: minutesInWords(source), pain: painInWords(content), note: noteOnPaper(source) }
    }),
    missing: leftOut.map(missingInWords),
  }
}

function rangeInWords(days: readonly LocalDate[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
}

const minutesInWords = ({ note: { content } }: NoteSource) => (content.screening.isWithheld ? 'withheld' : String(timedMinutes(content)))

const painInWords = ({ painBefore, painAfter }: Note['content']) => `${painBefore.now ?? '–'} / ${painAfter.now ?? '–'}`

// A note entered in error may be about another patient: it stays in the chart and is not handed on.
function missingInWords({ serviceOn, signature }: Note): string {
  return `${formatDate(serviceOn)}: ${signature ? 'the note was entered in error' : 'the note is not signed yet'}.`
}

function episodeFacts({ condition, onsetOn, regions, diagnoses, prescriptions, claim, openedOn, closedOn, closeReason }: Episode): PaperFact[] {
  const closed = closedOn === null ? '' : `, closed ${formatDate(closedOn)}${closeReason === '' ? '' : ` (${closeReason})`}`
  const facts = [
    { label: 'Condition', value: condition },
    { label: 'Onset', value: onsetOn === null ? '' : formatDate(onsetOn) },
    { label: 'Regions', value: capitalized(regionsInWords(regions)) },
    { label: 'Diagnoses', value: diagnoses.length === 0 ? 'None on file' : diagnoses.map(diagnosisInWords).join('\n') },
    { label: 'Prescriptions', value: prescriptions.length === 0 ? 'None on file' : prescriptions.toReversed().map(prescriptionInWords).join('\n') },
    { label: 'Claim', value: claim ? joinWords([claim.claimNumber, claim.state].filter(text => text !== '')) : '' },
    { label: 'Injured', value: claim?.injuredOn ? formatDate(claim.injuredOn) : '' },
    { label: 'Care', value: `Opened ${formatDate(openedOn)}${closed}` },
  ]
  return facts.filter(({ value }) => value !== '')
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const diagnosisInWords = ({ code, label, diagnosedBy, diagnosedOn }: Diagnosis) => `${code} ${label}, ${diagnosedBy}, ${formatDate(diagnosedOn)}`

function prescriptionInWords({ prescriber, writtenOn, visits, frequency, expiresOn }: Prescription): string {
  const order = [visits === null ? '' : `${visits} ${visits === 1 ? 'visit' : 'visits'}`, frequency, expiresOn ? `to ${formatDate(expiresOn)}` : '']
  return [`${withCredentials(prescriber.name, prescriber.credentials)}, ${formatDate(writtenOn)}`, order.filter(text => text !== '').join(', ')]
    .filter(text => text !== '')
    .join(': ')
}
