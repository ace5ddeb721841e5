import { joinWords } from '../body-chart/regions.ts'
import { siteInWords } from '../body-chart/sites.ts'
import { CONTRAINDICATIONS } from '../health/families.ts'
import { gateOf, type JudgedFinding } from '../health/gate.ts'
import { CLASS_WORDS } from '../health/items.ts'
import type { Clearance } from '../health/schema.ts'
import { formatDate } from '../lib/dates.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { NoteBlock, NoteSection } from './visit-note.ts'
import type { NoteSource } from './visit-note-source.ts'

/** What stood against treatment at this visit: answers, findings, the clearances relied on, vital signs, and why treatment went on or was withheld. */
export function screeningSection({ note: { content, serviceOn }, clearances, rules }: NoteSource): NoteSection {
  const { findings } = gateOf(content.screening, { on: serviceOn, clearances, rules })
  const { overrideReason, remark, isWithheld } = content.screening
  const blocks: NoteBlock[] = [
    {
      kind: 'prose',
      label: '',
      text: [answersInWords(content), vitalSigns(content), isShort(remark) ? remark.trim() : ''].filter(text => text !== '').join(' '),
    },
  ]
  const add = (label: string, text: string) => {
    if (text.trim() !== '') blocks.push({ kind: 'prose', label, text })
  }
  add('Found', findings.map(findingInWords).join('\n'))
  if (!isShort(remark)) add('Remark', remark)
  add(isWithheld ? 'Withheld' : 'Treated all the same because', isWithheld ? `No treatment was given. ${overrideReason}` : overrideReason)
  return { head: 'Screening', blocks: blocks.filter(block => block.kind !== 'prose' || block.text !== '') }
}

/** `Blood thinner, Apixaban: cleared by …`, `Varicose veins, left inner calf: keep off the place.` What was found, where, and what follows: a clearance relied on is named with its dates and terms. */
function findingInWords({ name, sites, remark, class: kind, clearance }: JudgedFinding): string {
  const where = sites.length === 0 ? '' : `, ${joinWords(sites.map(siteInWords))}`
  const follows = clearance?.state === 'stands' ? clearedInWords(clearance.clearance) : `${CLASS_WORDS[kind].toLowerCase()}.`
  return `${name}${remark === '' ? '' : `, ${remark}`}${where}: ${follows}`
}

function clearedInWords({ givenBy, givenOn, expiresOn, terms }: Clearance): string {
  return `cleared by ${givenBy}, ${formatDate(givenOn)} to ${formatDate(expiresOn)}.${terms.trim() === '' ? '' : ` ${terms.trim()}`}`
}

/** A remark of one line goes on after the answers. */
const isShort = (remark: string) => remark.trim().length <= 60 && !remark.includes('\n')

function answersInWords({ screening: { answers } }: NoteContent): string {
  const asked = CONTRAINDICATIONS.filter(({ family }) => answers[family] !== undefined)
  const yes = asked.filter(({ family }) => answers[family] === 'yes').map(({ name }) => name)
  if (asked.length === 0) return 'Not asked.'
  const all =
    asked.length === CONTRAINDICATIONS.length ? `All ${asked.length} questions asked` : `${asked.length} of ${CONTRAINDICATIONS.length} questions asked`
  return yes.length === 0 ? `${all}, every answer no.` : `${all}. Yes to: ${yes.join('; ')}.`
}

function vitalSigns({ screening: { systolic, diastolic, temperature } }: NoteContent): string {
  const pressure = systolic === null && diastolic === null ? '' : `Blood pressure ${systolic ?? '–'}/${diastolic ?? '–'}.`
  const heat = temperature === null ? '' : `Temperature ${temperature} °F.`
  return [pressure, heat].filter(text => text !== '').join(' ')
}
