import { useState } from 'react'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { cx } from '../ui/cx.ts'
import { Problem } from '../ui/messages.tsx'
import { RecoveryKeyGroups } from './recovery-key-groups.tsx'
import css from './set-up.module.css'

type RecoveryKitProps = { recoveryKey: string; password: string; onDone: () => void }

/** Shows the recovery key once, to be printed or written down before going on. */
export function RecoveryKit({ recoveryKey, password, onDone }: RecoveryKitProps) {
  const [isKept, setKept] = useState(false)
  const print = useCommand('access.printRecoveryKit')
  const finish = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (isKept) onDone()
  }
  return (
    <form className={cx(css.form, css.kit)} onSubmit={finish}>
      <title>Recovery kit · Myodesk</title>
      <h1>Print the recovery kit</h1>
      <p className={css.note}>If the password is lost, only this key opens the records. Keep it on paper, away from this computer.</p>
      <div className={css.fields}>
        <RecoveryKeyGroups recoveryKey={recoveryKey} />
        <div className={css.row}>
          <Button
            kind={isKept ? 'outlined' : 'primary'}
            size="large"
            icon="printer"
            busy={print.isPending}
            ref={focusAtOnce}
            onClick={() => print.mutate({ password })}
          >
            Print the kit
          </Button>
          {print.data && <span className={css.words}>Opened for printing. Print it, then close the window.</span>}
        </div>
        <Problem error={print.error} />
        <Checkbox label="I have printed it or written it down" value={isKept} onChange={setKept} />
      </div>
      <Button type="submit" kind={isKept ? 'primary' : 'outlined'} size="large" disabled={!isKept}>
        Open Myodesk
      </Button>
    </form>
  )
}

function focusAtOnce(button: HTMLButtonElement | null): void {
  button?.focus()
}
