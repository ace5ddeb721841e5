import { codeCountedTwoWays } from '../billing/units-model.ts'
import { joinWords, type Region, regionInWords, regionsOutside } from '../body-chart/regions.ts'
import { findingsOf, unasked } from '../health/findings.ts'
import type { NoteContent, SigningIssue } from './schema.ts'

/** What a note is judged against: regions of the prescription or episode (empty where neither names any) and the minutes that were booked. */
export type SigningContext = { readonly allowedRegions: readonly Region[]; readonly bookedMinutes: number }

const missing = (part: string, sentence: string): SigningIssue => ({ part, sentence, isAdvice: false })
const advice = (part: string, sentence: string): SigningIssue => ({ part, sentence, isAdvice: true })
const isEmpty = (text: string) => text.trim() === ''

function screeningIssues({ screening }: NoteContent): SigningIssue[] {
  const open = unasked(screening)
  if (open.length > 0) {
    const names = joinWords(open.map(({ name }) => name.toLowerCase()))
    return [missing('screening', open.length === 8 ? 'Ask the eight screening questions.' : `Finish the screening: ask about ${names}.`)]
  }
  const findings = findingsOf(screening).filter(finding => finding.class === 'absolute' || finding.class === 'clearance')
  if (!isEmpty(screening.overrideReason)) return []
  return findings.slice(0, 1).map(finding => missing('screening', `Write why treatment went on. ${finding.sentence}`))
}

function textIssues(content: NoteContent): SigningIssue[] {
  const isMeasured = content.rom.some(({ left, right, value }) => left !== null || right !== null || value !== null)
  const issues = [
    content.painBefore.now === null ? missing('pain', 'Enter the pain now, from 0 to 10.') : null,
    isEmpty(content.subjective) ? missing('subjective', 'Write what the patient reports.') : null,
    isEmpty(content.objective) && !isMeasured ? missing('objective', 'Write what you found, or measure a motion.') : null,
    isEmpty(content.assessment) ? missing('assessment', 'Write the assessment.') : null,
    isEmpty(content.plan) ? missing('plan', 'Write the plan.') : null,
    content.painAfter.now === null ? advice('pain', 'Pain after treatment is not entered; letters compare it.') : null,
  ]
  return issues.filter(issue => issue !== null)
}

function blockIssues(content: NoteContent, { allowedRegions, bookedMinutes }: SigningContext): SigningIssue[] {
  const issues: SigningIssue[] = []
  if (content.blocks.some(block => block.runningSince !== null)) issues.push(missing('blocks', 'Stop the timer.'))
  const worked = content.blocks.filter(block => block.minutes > 0)
  if (worked.length === 0) issues.push(missing('blocks', 'Add at least one service with its minutes.'))
  const mixed = codeCountedTwoWays(worked)
  if (mixed) issues.push(missing('blocks', `Two services with code ${mixed} count minutes differently. Take one off the note.`))
  for (const block of worked.filter(each => each.regions.length === 0)) issues.push(missing('blocks', `Choose the regions treated with ${block.name}.`))
  const reasons = new Set(content.regionReasons.map(({ region }) => region))
  const treated = worked.flatMap(block => block.regions)
  for (const region of regionsOutside(treated, allowedRegions).filter(each => !reasons.has(each))) {
    issues.push(missing('regions', `Write why the ${regionInWords(region)} was treated: it is outside the prescribed regions.`))
  }
  const minutes = worked.reduce((sum, block) => sum + block.minutes, 0)
  if (minutes > bookedMinutes) issues.push(advice('blocks', `${minutes} minutes are more than the ${bookedMinutes} booked. Compare them.`))
  return issues
}

/** What stands between a note and its signature, in the order of the screen; advice does not stop it. Empty when all is there. */
export function signingIssues(content: NoteContent, context: SigningContext): SigningIssue[] {
  return [...screeningIssues(content), ...textIssues(content), ...blockIssues(content, context)]
}

/** Whether a note may be signed. */
export const isComplete = (issues: readonly SigningIssue[]): boolean => issues.every(issue => issue.isAdvice)
