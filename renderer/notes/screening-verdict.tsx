import { useRouter } from '@tanstack/react-router'
import type { Gate } from '../../shared/health/gate.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Problem } from '../ui/messages.tsx'
import { TextArea } from '../ui/text-field.tsx'
import css from './screening-verdict.module.css'
import { fieldId, type Writing } from './writing.ts'

/** Whether one may go on, and the three ways out when not: a reason, no treatment today, a letter back to the physician. */
export function ScreeningVerdict({ writing, gate }: { writing: Writing; gate: Gate }) {
  const { content, change, refusalOf } = writing
  const { overrideReason, isWithheld } = content.screening
  const write = (part: Partial<NoteContent['screening']>) => change(was => ({ ...was, screening: { ...was.screening, ...part } }))
  const isClosed = gate.state === 'closed'
  useHotkey({ keys: 'alt+w', label: 'Screening: withhold treatment today', run: () => write({ isWithheld: true }), enabled: isClosed })
  const isShown = isWithheld || overrideReason !== '' || gate.findings.some(finding => finding.isClosing)
  if (!isShown) return null
  return (
    <div className={cx(css.verdict, isClosed && css.closed)}>
      <p className={css.sentence} role="status">
        {gate.sentence}
        {isWithheld && ' Write the plan and sign; the visit is then cancelled with this reason.'}
      </p>
      {!isWithheld && (
        <div id={fieldId('screening', 'reason')}>
          <TextArea
            label="Why treatment goes on today"
            hint="Kept with the note and shown on it."
            value={overrideReason}
            error={refusalOf('screening.overrideReason')}
            onChange={reason => write({ overrideReason: reason })}
          />
        </div>
      )}
      <div className={css.ways}>
        {isWithheld ? (
          <Button size="small" onClick={() => write({ isWithheld: false })}>
            Treat after all
          </Button>
        ) : (
          <Button size="small" keys="alt+w" onClick={() => write({ isWithheld: true })}>
            Withhold treatment today
          </Button>
        )}
        <ReferBack writing={writing} />
      </div>
    </div>
  )
}

function ReferBack({ writing }: { writing: Writing }) {
  const router = useRouter()
  const begin = useCommand('documents.beginLetter')
  const { episodeId } = writing.session.appointment
  if (episodeId === null) return <span className={css.quiet}>A refer-back letter needs an episode of care.</span>
  const write = () =>
    begin.mutate(
      { episodeId, kind: 'refer-back' },
      { onSuccess: letter => void router.navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) },
    )
  return (
    <>
      <Button size="small" icon="letter" busy={begin.isPending} onClick={write}>
        Write a refer-back letter
      </Button>
      <Problem error={begin.error} />
    </>
  )
}
