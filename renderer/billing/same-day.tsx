import type { SameDayAnswer } from '../../shared/billing/same-day-answer.ts'
import type { SameDayQuestion } from '../../shared/billing/schema.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import css from './same-day.module.css'

const KEYS = { regions: 'alt+r', time: 'alt+t', same: 'alt+o' } as const satisfies Record<SameDayAnswer, string>

type ChoiceProps = { choice: SameDayQuestion['choices'][number]; isChosen: boolean; isBusy: boolean; onAnswer: () => void }

function Choice({ choice, isChosen, isBusy, onAnswer }: ChoiceProps) {
  const { answer, label, hint, isPossible } = choice
  const canAnswer = isPossible && !isChosen && !isBusy
  useHotkey({ keys: KEYS[answer], label: `Massage and manual therapy: ${label.toLowerCase()}`, run: onAnswer, enabled: canAnswer })
  return (
    <li>
      <Button
        size="small"
        {...(isChosen && { icon: 'check' as const })}
        {...(isPossible && !isChosen && { keys: KEYS[answer] })}
        pressed={isChosen}
        disabled={!isPossible}
        describedBy={`same-day-${answer}`}
        onClick={() => canAnswer && onAnswer()}
      >
        {label}
      </Button>
      <p id={`same-day-${answer}`} className={css.hint}>
        {hint}
      </p>
    </li>
  )
}

/** “Different regions, or separate times?”: asked where massage and manual therapy are charged on one day and the payer wants a modifier for that. */
export function SameDayPart({ asked, appointmentId }: { asked: SameDayQuestion; appointmentId: AppointmentId }) {
  const send = useCommand('billing.answerSameDay')
  const isOpen = asked.answer === null
  return (
    <section className={cx(css.part, isOpen && css.open)} aria-label="Same-day services">
      <p className={css.question}>
        {isOpen && <Icon name="warning" size={18} />}
        <b>{asked.question}</b>
      </p>
      <ul className={css.choices}>
        {asked.choices.map(choice => (
          <Choice
            key={choice.answer}
            choice={choice}
            isChosen={choice.answer === asked.answer}
            isBusy={send.isPending}
            onAnswer={() => send.mutate({ appointmentId, answer: choice.answer })}
          />
        ))}
      </ul>
      {!isOpen && <p className={css.hint}>Answered by {asked.answeredWords}.</p>}
      <Problem error={send.error} />
    </section>
  )
}
