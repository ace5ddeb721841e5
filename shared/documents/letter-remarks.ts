import { joinWords } from '../body-chart/regions.ts'
import { psfsRemarkOf } from '../episodes/trends.ts'
import { nextBlank } from '../notes/snippet-expand.ts'
import { composeLetter } from './compose-letter.ts'
import { strangeFigures } from './letter-figures.ts'
import { measuredVisits } from './letter-measures.ts'
import type { LetterSource } from './letter-source.ts'
import { draftWording } from './letter-wording.ts'
import type { Letter, LetterWording } from './schema.ts'

/** What to see to before a letter is signed. One that `blocks` stops the signature: no addressee, no signed visit, nothing said. */
export function letterRemarks(source: LetterSource, wording: LetterWording): Letter['remarks'] {
  const { prescription, visits, patient } = source
  const remarks: Letter['remarks'] = []
  const stop = (sentence: string) => remarks.push({ sentence, blocks: true })
  const say = (sentence: string) => remarks.push({ sentence, blocks: false })
  if (!prescription) stop('No prescription on file, so nobody to write to. Add it to the episode.')
  else if (prescription.prescriber.fax === '' && prescription.prescriber.address.street === '') say('The prescriber has no fax number and no address.')
  if (visits.length === 0) stop('No visit of this episode is signed yet. Sign a note first.')
  if (visits.length === 1 && wording.kind !== 'initial') say('Only one visit is signed: there is nothing to compare yet.')
  const fewActivities = psfsRemarkOf(measuredVisits(visits, wording.kind === 'initial' ? null : source.episode.finalMeasures))
  if (fewActivities !== '') say(`Function: ${fewActivities}`)
  if (wording.answer.trim() === '') stop('Write the answer: it is the first thing the physician reads.')
  const text = [wording.answer, wording.screening, wording.treatment, wording.request].join('\n')
  if (/\b(de)?toxi(n|fi)/i.test(text)) stop('Leave out toxins: no physician accepts that claim.')
  const blank = nextBlank(text)
  if (blank) say(`“${text.slice(blank.start, blank.end)}” is not filled in yet.`)
  const strange = strangeFigures(wording, composeLetter(source, wording, null), draftWording(source, wording.kind))
  if (strange.length > 0)
    say(`${joinWords(strange)} ${strange.length === 1 ? 'stands' : 'stand'} nowhere in the records. Check the figures, or fill the letter anew.`)
  if (wording.requestVisits === null && /\bI ask for (a prescription|\d)/i.test(wording.answer)) say('The answer asks for visits, but the request names none.')
  if (patient.releaseSignedOn === null) say('No release of information on file. Letters for treatment usually need none; some states differ.')
  return remarks
}
