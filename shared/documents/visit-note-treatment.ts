import { joinWords, regionsInWords } from '../body-chart/regions.ts'
import { siteInWords } from '../body-chart/sites.ts'
import { formatTime, wallTimeOf } from '../lib/dates.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { NoteSection, NoteTreatment } from './visit-note.ts'
import type { NoteSource } from './visit-note-source.ts'

type Block = NoteContent['blocks'][number]
type Technique = Block['techniques'][number]

/** What was done: each service with its time, regions and techniques, and why a region outside the prescription was treated. */
export function treatmentSection({ note: { content }, timeZone }: NoteSource): NoteSection {
  // A service carried over from the last visit and left without minutes was not given.
  const services = content.blocks.filter(block => block.minutes > 0).map(block => serviceGiven(block, timeZone))
  const reasons = content.regionReasons.map(({ region, reason }) => `${capitalized(regionsInWords([region]))}: ${reason}`)
  const outside = reasons.length === 0 ? [] : [{ kind: 'prose' as const, label: 'Outside the prescribed regions', text: reasons.join('\n') }]
  return { head: 'Treatment', blocks: [...services, ...outside] }
}

/** Minutes of hands-on work in the services that are counted by time. */
export const timedMinutes = ({ blocks }: NoteContent): number => blocks.filter(block => block.isTimed).reduce((sum, block) => sum + block.minutes, 0)

function serviceGiven(block: Block, timeZone: string): NoteTreatment {
  const at = (moment: Block['spans'][number]['from']) => formatTime(wallTimeOf(moment, timeZone))
  return {
    kind: 'treatment',
    code: block.code,
    service: block.name,
    regions: regionsInWords(block.regions),
    time: block.spans.map(({ from, to }) => `${at(from)} to ${at(to)}`).join(', '),
    minutes: String(block.minutes),
    details: block.techniques.map(techniqueInWords),
  }
}

/** `Trigger point work: right levator scapulae, 12 min. Released within a minute.` */
function techniqueInWords({ name, sites, minutes, response }: Technique): string {
  const where = sites.length === 0 ? '' : sitesInWords(sites)
  const facts = [where, minutes === null ? '' : `${minutes} min`].filter(text => text !== '').join(', ')
  const said = facts === '' ? name : `${name}: ${facts}`
  return response === '' ? said : `${said}. ${capitalized(response)}`
}

/** `upper trapezius on both sides and right levator scapulae`: left and right of one name are said once. */
function sitesInWords(sites: Technique['sites']): string {
  const words = sites.map(siteInWords)
  const bare = (text: string) => text.replace(/^(left|right) /, '')
  const isBoth = (text: string) => words.includes(`left ${bare(text)}`) && words.includes(`right ${bare(text)}`)
  return joinWords([...new Set(words.map(text => (isBoth(text) ? `${bare(text)} on both sides` : text)))])
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
