import { joinWords, regionsInWords } from '../body-chart/regions.ts'
import type { Goal } from '../episodes/schema.ts'
import { formatDate, type LocalDate } from '../lib/dates.ts'
import { bandAround } from '../outcomes/change.ts'
import { measureOf } from '../outcomes/score.ts'
import { letterBodyChart } from './letter-body-chart.ts'
import { attendance } from './letter-facts.ts'
import { letterGoals } from './letter-goals.ts'
import { goalRows, letterMeasures, measuredVisits, valuesOf } from './letter-measures.ts'
import { requestInWords } from './letter-request.ts'
import { type LetterSource, visitsInWords } from './letter-source.ts'
import { treatedRegions, usedCodes } from './letter-treatment.ts'
import { addressLines, fullName, letterheadOf, withCredentials } from './paper-words.ts'
import type { LetterReply, PainTrend, ProgressLetter } from './progress-letter.ts'
import type { LetterWording } from './schema.ts'

/**
 * The letter as it is printed: figures, dates and names from the records, sentences from the wording. `signedOn` is null for a draft.
 * The measures compare the first and the last signed visit; an initial letter shows the baseline only.
 */
export function composeLetter(source: LetterSource, wording: LetterWording, signedOn: LocalDate | null): ProgressLetter {
  const { clinic, patient, prescription, visits, today } = source
  const isInitial = wording.kind === 'initial'
  // A visit without treatment measured nothing: it would be a column of its own with no value in it.
  const treated = visits.filter(({ content }) => !content.screening.isWithheld)
  const shown = isInitial ? treated.slice(0, 1) : treated
  const prescriber = prescription?.prescriber
  const measures = letterMeasures(shown, isInitial, { rules: source.rules, final: isInitial ? null : source.episode.finalMeasures })
  return {
    layout: 2,
    kind: wording.kind,
    letterhead: letterheadOf(clinic, clinic.logo),
    writtenOn: signedOn ?? today,
    visits: attendance(source),
    faxTo: prescriber?.fax ?? '',
    to: {
      name: prescriber ? withCredentials(prescriber.name, prescriber.credentials) : '',
      npi: prescriber?.npi ?? '',
      addressLines: prescriber ? [prescriber.practiceName, ...addressLines(prescriber.address)].filter(text => text !== '').slice(0, 4) : [],
    },
    re: {
      name: fullName(patient),
      bornOn: patient.bornOn,
      ...caseOf(source),
      prescription: prescribed(source),
      diagnosisCodes: source.diagnosisCodes.slice(0, 12),
    },
    greeting: wording.greeting,
    answer: wording.answer.trim(),
    baselineOn: shown[0]?.on ?? today,
    currentOn: isInitial || shown.length < 2 ? null : (source.episode.finalMeasures?.on ?? shown.at(-1)?.on ?? null),
    measures,
    goalMeasures: goalRows(source.episode.goals, measures),
    painTrend: wording.sections.trend && !isInitial ? painTrendOf(source) : null,
    goals: wording.sections.goals ? letterGoals(isInitial ? atTheStart(source.episode.goals) : source.episode.goals, wording.kind) : [],
    bodyChart: letterBodyChart(shown, wording.sections.bodyChart),
    screening: wording.screening.trim(),
    treatment: wording.treatment.trim(),
    request: requestOf(wording),
    signed: signerOf(source, signedOn),
    reply: replyOf(source, wording),
  }
}

// A first letter states the aims; how far they are reached is for the next one.
const atTheStart = (goals: readonly Goal[]) => goals.map(goal => ({ ...goal, current: null, status: 'not-started' as const }))

function prescribed({ prescription }: LetterSource): string {
  if (!prescription) return ''
  return prescription.visits ? `${formatDate(prescription.writtenOn)}, ${visitsInWords(prescription.visits)}` : formatDate(prescription.writtenOn)
}

const KINDS = { illness: '', auto: ', auto', work: ', at work', other: '' } as const

function caseOf({ episode: { claim, kind } }: LetterSource): Pick<ProgressLetter['re'], 'injured' | 'claimNumber'> {
  return { injured: claim?.injuredOn ? `${formatDate(claim.injuredOn)}${KINDS[kind]}` : '', claimNumber: claim?.claimNumber ?? '' }
}

function painTrendOf({ visits, episode, rules }: LetterSource): PainTrend | null {
  const points = valuesOf(measuredVisits(visits, episode.finalMeasures), { measure: 'pain-now', key: '' })
  const goal = episode.goals.find(each => each.measure === 'pain-now')?.target ?? null
  const first = points[0]
  if (!first || points.length < 2) return null
  return {
    title: 'Pain now, 0 to 10',
    // The first visit stays, however long the course: it is what all others are compared with.
    points: [first, ...points.slice(1).slice(-199)],
    goal: goal !== null && goal >= 0 && goal <= 10 ? goal : null,
    band: bandAround(measureOf({ measure: 'pain', generic: null }, rules), first.value),
  }
}

const LEADS = {
  initial: '',
  progress: 'No more visits are asked for',
  're-evaluation': 'No more visits are asked for',
  discharge: 'Discharge',
  'refer-back': 'Your re-evaluation before any more massage',
} as const

function requestOf(wording: LetterWording): ProgressLetter['request'] {
  const rest = wording.request.trim()
  const lead = requestInWords(wording, wording.kind) || LEADS[wording.kind]
  if (lead === '' || rest === '') return { lead, rest }
  return { lead, rest: /^\p{Ll}/u.test(rest) ? `, ${rest}` : `. ${rest}` }
}

function signerOf({ practitioner }: LetterSource, on: LocalDate | null): ProgressLetter['signed'] {
  const license = [practitioner.licenseState, 'license', practitioner.licenseNumber].filter(text => text !== '').join(' ')
  const facts = [practitioner.licenseNumber === '' ? '' : license, practitioner.npi === '' ? '' : `NPI ${practitioner.npi}`].filter(text => text !== '')
  return { name: withCredentials(practitioner.legalName, practitioner.credentials), credentials: facts.length === 0 ? '' : `${facts.join(', ')}.`, on }
}

function replyOf(source: LetterSource, wording: LetterWording): LetterReply | null {
  const { visits, prescription, episode, clinic } = source
  const asked = requestInWords(wording, wording.kind)
  if (wording.kind === 'discharge' || (wording.kind === 'initial' && asked === '') || source.prescription === null) return null
  const regions = [prescription?.regions ?? [], episode.regions, treatedRegions(visits)].find(list => list.length > 0) ?? []
  const codes = prescription && prescription.procedures.length > 0 ? prescription.procedures : usedCodes(visits)
  const words = regionsInWords(regions)
  return {
    faxTo: clinic.fax,
    regions: words.charAt(0).toUpperCase() + words.slice(1),
    procedures: joinWords(codes),
    necessary: asked === '' ? null : `${asked}, as requested`,
    otherwise: wording.kind === 'refer-back' ? 'Massage may go on as before' : 'Noted, nothing further needed',
  }
}
