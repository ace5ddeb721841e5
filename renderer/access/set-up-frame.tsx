import type { ReactNode } from 'react'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import css from './set-up.module.css'

/** The four steps of first run, in order. */
export const setUpSteps = ['Clinic', 'Practitioner', 'Services and fees', 'Protect'] as const

type StepFrameProps = {
  step: number
  title: string
  note: string
  next: string
  busy?: boolean
  problem?: { message: string } | null
  onBack: () => void
  onNext: () => void
  children: ReactNode
}

/** One calm page of set-up: where one is at the left, the questions at the right, one button. Enter in a field and Ctrl Enter anywhere go on. */
export function StepFrame({ step, title, note, next, busy = false, problem = null, onBack, onNext, children }: StepFrameProps) {
  useHotkey({ keys: 'mod+enter', label: next, run: onNext })
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    onNext()
  }
  return (
    <div className={css.page}>
      <nav className={css.steps} aria-label="Steps of set-up">
        <ol>
          {setUpSteps.map((name, index) => (
            <li key={name} className={cx(css.step, index === step && css.now, index < step && css.done)} aria-current={index === step ? 'step' : undefined}>
              <span className={css.number}>{index < step ? <Icon name="check" /> : index + 1}</span>
              {name}
            </li>
          ))}
        </ol>
      </nav>
      <form className={css.form} onSubmit={submit} key={step} ref={focusFirstField} noValidate>
        <h1>{title}</h1>
        <p className={css.note}>{note}</p>
        <div className={css.fields}>{children}</div>
        <Problem error={problem} />
        <div className={css.go}>
          <Button type="submit" kind="primary" size="large" keys="enter" busy={busy}>
            {next}
          </Button>
          <Button kind="text" size="large" onClick={onBack} disabled={busy}>
            Back
          </Button>
        </div>
      </form>
    </div>
  )
}

function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector('input')?.focus()
}
