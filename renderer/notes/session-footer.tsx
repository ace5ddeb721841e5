import type { ReactNode } from 'react'
import { isComplete } from '../../shared/notes/completeness.ts'
import type { NoteContent, Session, SigningIssue } from '../../shared/notes/schema.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Icon } from '../ui/icons.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { momentInWords } from '../ui/words.tsx'
import type { DraftState } from './draft.ts'
import css from './session-footer.module.css'
import { targetOf } from './signing-target.ts'
import { focusField } from './writing.ts'

type SessionFooterProps = {
  state: DraftState
  session: Session
  issues: readonly SigningIssue[]
  isSigning: boolean
  /** Whether the list of all that is missing is open above. */
  areIssuesOpen: boolean
  onIssues: () => void
  onSign: () => void
  onLater: () => void
}

/** The bar that never moves: that the words are safe, what is missing before the signature, and the next step. */
export function SessionFooter({ state, session, issues, isSigning, areIssuesOpen, onIssues, onSign, onLater }: SessionFooterProps) {
  return (
    <>
      <Status icon={state.phase === 'refused' ? 'warning' : 'check'} tone={state.phase === 'refused' ? 'act' : 'plain'}>
        <span className={css.saved}>{savedWords(state)}</span>
      </Status>
      <NextIssue issues={issues} content={state.content} session={session} />
      {issues.length > 1 && (
        <Button kind="text" size="small" pressed={areIssuesOpen} onClick={onIssues}>
          All {issues.length}
        </Button>
      )}
      <span className={css.then}>{state.content.screening.isWithheld ? 'The visit ends here' : 'Then check out'}</span>
      <Button onClick={onLater}>Finish later</Button>
      <Button kind="primary" keys="mod+enter" busy={isSigning} onClick={onSign}>
        Sign note
      </Button>
    </>
  )
}

function savedWords({ phase, savedAt }: DraftState): ReactNode {
  if (phase === 'refused') return 'Not saved yet'
  return phase === 'saved' ? `Saved ${momentInWords(savedAt)}` : 'Saving…'
}

/** What is missing, the first of it as a link to its field; advice when nothing is. */
function NextIssue({ issues, content, session }: { issues: readonly SigningIssue[]; content: NoteContent; session: Session }) {
  const missing = issues.filter(issue => !issue.isAdvice)
  const first = missing[0] ?? issues[0]
  if (!first) {
    return (
      <span className={css.ready}>
        <Icon name="check" size={14} /> Ready to sign
      </span>
    )
  }
  const isReady = isComplete(issues)
  const words = isReady ? first.sentence : `${missing.length} ${missing.length === 1 ? 'thing' : 'things'} before signing: ${decapitalized(first.sentence)}`
  return (
    <button type="button" className={isReady ? css.advice : css.missing} title={words} onClick={() => focusField(targetOf(first, content, session))}>
      <Icon name={isReady ? 'note' : 'warning'} size={14} />
      <span>{words.replace(/\.$/, '')}</span>
      {!isReady && <KeyHint keys="alt+g" />}
    </button>
  )
}

const decapitalized = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
