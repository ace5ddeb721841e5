import type { IssuedDocument, Sending } from '../../shared/documents/schema.ts'
import { request, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './documents.module.css'

const WAYS: readonly { how: Sending['how']; label: string; done: string }[] = [
  { how: 'by-hand', label: 'Mark as collected', done: 'Marked as collected today.' },
  { how: 'post', label: 'Mark as posted', done: 'Marked as posted today.' },
]

/** Notes in one step that a paper went to its patient today. */
export function QuickSent({ document }: { document: IssuedDocument }) {
  const mark = useCommand('documents.markSent')
  const send = (how: Sending['how'], done: string) =>
    mark.mutate(
      { papers: { documentIds: [document.id] }, how },
      {
        onSuccess: ({ sendingIds: [sendingId] }) =>
          sendingId === undefined ? offerUndo('It is marked so already.') : offerUndo(done, () => void request('documents.removeSending', { sendingId })),
      },
    )
  return (
    <>
      <p className={css.row}>
        {WAYS.map(({ how, label, done }) => (
          <Button key={how} size="small" busy={mark.isPending && mark.variables.how === how} onClick={() => send(how, done)}>
            {label}
          </Button>
        ))}
      </p>
      <Problem error={mark.error} />
    </>
  )
}
