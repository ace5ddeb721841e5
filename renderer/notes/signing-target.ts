import { regionsToExplain } from '../../shared/notes/regions-to-explain.ts'
import type { NoteContent, Session, SigningIssue } from '../../shared/notes/schema.ts'
import { fieldId } from './writing.ts'

/** The field that answers an issue. */
export function targetOf(issue: SigningIssue, content: NoteContent, session: Session): string {
  if (issue.part === 'blocks') return blockTarget(issue, content)
  if (issue.part === 'pain') return fieldId('pain', issue.isAdvice ? 'after' : 'before')
  if (issue.part === 'screening') return fieldId('screening', issue.sentence.startsWith('Write why') ? 'reason' : '')
  if (issue.part !== 'regions') return fieldId(issue.part)
  const explained = new Set(content.regionReasons.map(({ region }) => region))
  const open = regionsToExplain(content, session.allowedRegions).find(region => !explained.has(region))
  return fieldId('reason', open)
}

function blockTarget(issue: SigningIssue, { blocks }: NoteContent): string {
  const running = blocks.find(block => block.runningSince !== null)
  if (running && !issue.isAdvice) return fieldId('timer', running.id)
  const bare = blocks.find(block => block.minutes > 0 && block.regions.length === 0)
  if (bare && !issue.isAdvice) return fieldId('regions', bare.id)
  const first = blocks[0]
  return first ? fieldId('minutes', first.id) : fieldId('blocks')
}
