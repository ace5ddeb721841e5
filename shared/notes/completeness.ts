import { codeCountedTwoWays } from '../billing/units-model.ts'
import { joinWords, regionInWords } from '../body-chart/regions.ts'
import { clearanceInWords, endsSoon } from '../health/clearances.ts'
import { unasked } from '../health/findings.ts'
import { type Gate, gateOf } from '../health/gate.ts'
import { factsOf } from '../health/items.ts'
import { offLimitsOf, touchesOffLimits } from '../health/off-limits.ts'
import { notYetFound } from '../health/standing.ts'
import { openBlanks } from './open-blanks.ts'
import { regionsToExplain } from './regions-to-explain.ts'
import type { NoteContent, SigningIssue } from './schema.ts'
import type { SigningContext } from './signing-context.ts'

const missing = (part: string, sentence: string): SigningIssue => ({ part, sentence, isAdvice: false })
const advice = (part: string, sentence: string): SigningIssue => ({ part, sentence, isAdvice: true })
const inSentence = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)
const isEmpty = (text: string) => text.trim() === ''
const kept = (issues: readonly (SigningIssue | null)[]) => issues.filter(issue => issue !== null)

/** What stands between a note and its signature, in the order of the screen; advice does not stop it. Empty when all is there. */
export function signingIssues(content: NoteContent, context: SigningContext): SigningIssue[] {
  const gate = gateOf(content.screening, context)
  if (gate.state === 'withheld') return withheldIssues(content, gate)
  return [
    ...questionIssues(content),
    ...gateIssues(gate, context),
    ...historyIssues(content, context),
    ...textIssues(content),
    ...dueIssues(content, context),
    ...blockIssues(content, context),
    ...offLimitIssues(content, context),
    ...blankIssues(content),
  ]
}

/** Whether a note may be signed. */
export const isComplete = (issues: readonly SigningIssue[]): boolean => issues.every(issue => issue.isAdvice)

function questionIssues({ screening }: NoteContent): SigningIssue[] {
  const open = unasked(screening)
  if (open.length === 0) return []
  if (open.length === 8) return [missing('screening', 'Ask the eight screening questions.')]
  return [missing('screening', `Finish the screening: ask about ${joinWords(open.map(({ name }) => name.toLowerCase()))}.`)]
}

function gateIssues({ state, findings }: Gate, { on }: SigningContext): SigningIssue[] {
  const closing = state === 'closed' ? findings.find(finding => finding.isClosing) : undefined
  const lapsed = closing?.clearance ? ` ${clearanceInWords(closing.clearance, on)}` : ''
  const ending = findings.flatMap(({ clearance }) => (clearance?.state === 'stands' && endsSoon(clearance.clearance, on) ? [clearance] : []))
  return [
    ...(closing ? [missing('screening', `Write why treatment went on, or withhold it. ${closing.sentence}${lapsed}`)] : []),
    ...ending.map(clearance => advice('screening', clearanceInWords(clearance, on))),
  ]
}

// What joins the screen with its first answer is no news before it.
function historyIssues({ screening }: NoteContent, { history }: SigningContext): SigningIssue[] {
  if (unasked(screening).length === 8) return []
  const names = notYetFound(screening, history).map(({ item }) => inSentence(factsOf(item).name))
  if (names.length === 0) return []
  return [advice('screening', `The health history names ${joinWords(names)}; the screen does not.`)]
}

// The screen, what was found and what comes next: nothing else happened at such a visit.
function withheldIssues(content: NoteContent, { findings }: Gate): SigningIssue[] {
  const isWorked = content.blocks.some(block => block.minutes > 0 || block.runningSince !== null)
  return kept([
    ...questionIssues(content),
    findings.length === 0 && isEmpty(content.screening.remark) ? missing('screening', 'Write why no treatment was given.') : null,
    isWorked ? missing('blocks', 'Treatment was withheld: take the minutes off, or say that treatment goes on.') : null,
    isEmpty(content.plan) ? missing('plan', 'Write the plan.') : null,
    ...blankIssues(content),
  ])
}

function isExamined({ rom, strength, posture, specialTests, marks }: NoteContent): boolean {
  const hasValue = ({ left, right, value }: { left: unknown; right: unknown; value: unknown }) => left !== null || right !== null || value !== null
  return [...rom, ...strength, ...specialTests].some(hasValue) || posture.some(isSeen) || marks.some(({ kind }) => kind !== 'treated')
}

// A row that a template laid out is a finding only once its side or grade is given.
const isSeen = ({ side, grade }: NoteContent['posture'][number]) => side !== '' || grade !== ''

function textIssues(content: NoteContent): SigningIssue[] {
  return kept([
    content.painBefore.now === null ? missing('pain', 'Enter the pain now, from 0 to 10.') : null,
    isEmpty(content.subjective) ? missing('subjective', 'Write what the patient reports.') : null,
    isEmpty(content.objective) && !isExamined(content) ? missing('objective', 'Write what you found, or measure a motion.') : null,
    isEmpty(content.assessment) ? missing('assessment', 'Write the assessment.') : null,
    isEmpty(content.plan) ? missing('plan', 'Write the plan.') : null,
    ...content.posture
      .filter(row => !isSeen(row))
      .slice(0, 1)
      .map(({ finding }) => advice('posture', `“${finding}” has neither side nor grade. Give one, or take it off the list.`)),
    ...painTurned(content),
    content.painAfter.now === null ? advice('pain', 'Pain after treatment is not entered; letters compare it.') : null,
  ])
}

const painTurned = ({ painBefore, painAfter }: NoteContent): SigningIssue[] =>
  [painBefore, painAfter].flatMap(({ best, worst }) =>
    best !== null && worst !== null && best > worst ? [advice('pain', `Pain at best ${best} is more than at worst ${worst}. Compare them.`)] : [],
  )

function dueIssues({ scores, activities }: NoteContent, { measuresDue }: SigningContext): SigningIssue[] {
  const isTaken = ({ measure, generic }: SigningContext['measuresDue'][number]) => {
    if (measure === 'pain') return true
    if (measure === 'psfs') return activities.some(({ score }) => score !== null)
    return scores.some(score => score.measure === measure && score.generic?.name === generic?.name)
  }
  return measuresDue.filter(due => !isTaken(due)).map(({ why }) => advice('scores', why))
}

function blockIssues(content: NoteContent, { allowedRegions, bookedMinutes }: SigningContext): SigningIssue[] {
  const worked = content.blocks.filter(block => block.minutes > 0)
  const mixed = codeCountedTwoWays(worked)
  const reasons = new Set(content.regionReasons.map(({ region }) => region))
  const unexplained = regionsToExplain(content, allowedRegions).filter(region => !reasons.has(region))
  const minutes = worked.reduce((sum, block) => sum + block.minutes, 0)
  return kept([
    content.blocks.some(block => block.runningSince !== null) ? missing('blocks', 'Stop the timer.') : null,
    worked.length === 0 ? missing('blocks', 'Add at least one service with its minutes.') : null,
    mixed ? missing('blocks', `Two services with code ${mixed} count minutes differently. Take one off the note.`) : null,
    ...worked.filter(block => block.regions.length === 0).map(block => missing('blocks', `Choose the regions treated with ${block.name}.`)),
    ...unexplained.map(region => missing('regions', `Write why the ${regionInWords(region)} was treated: it is outside the prescribed regions.`)),
    minutes > bookedMinutes ? advice('blocks', `${minutes} minutes are more than the ${bookedMinutes} booked. Compare them.`) : null,
    ...worked.map(techniqueMinutes),
  ])
}

function techniqueMinutes({ name, minutes, techniques }: NoteContent['blocks'][number]): SigningIssue | null {
  const told = techniques.reduce((sum, technique) => sum + (technique.minutes ?? 0), 0)
  return told > minutes ? advice('blocks', `The techniques of ${name} take ${told} minutes, but it took ${minutes}. Compare them.`) : null
}

const offLimitIssues = (content: NoteContent, { history }: SigningContext): SigningIssue[] =>
  touchesOffLimits({ blocks: content.blocks.filter(block => block.minutes > 0), marks: content.marks }, offLimitsOf(content.screening, history)).map(
    ({ sentence }) => advice('regions', sentence),
  )

const blankIssues = (content: NoteContent): SigningIssue[] =>
  openBlanks(content).map(({ part, name, blank }) => advice(part, `“${blank}” in ${name} is not filled in yet.`))
