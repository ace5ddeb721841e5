import type { NoteContent, Session, SigningIssue } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './bottom-strip.module.css'
import { targetOf } from './signing-target.ts'
import { focusField } from './writing.ts'

type IssuesStripProps = { issues: readonly SigningIssue[]; content: NoteContent; session: Session; onClose: () => void }

/** All that stands before the signature, each a way to its field; advice after it. */
export function IssuesStrip({ issues, content, session, onClose }: IssuesStripProps) {
  useHotkey({ keys: 'escape', run: onClose })
  const inOrder = [...issues.filter(issue => !issue.isAdvice), ...issues.filter(issue => issue.isAdvice)]
  return (
    <section className={css.strip} aria-label="Before signing">
      <div className={cx(css.who, css.issues)}>
        <b>Before signing</b>
        <ul>
          {inOrder.map(issue => (
            <li key={issue.sentence}>
              <button type="button" className={cx(css.issue, !issue.isAdvice && css.missing)} onClick={() => focusField(targetOf(issue, content, session))}>
                <Icon name={issue.isAdvice ? 'note' : 'warning'} size={14} />
                <span>{issue.sentence}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <Button kind="text" size="small" onClick={onClose}>
        Close
      </Button>
    </section>
  )
}
