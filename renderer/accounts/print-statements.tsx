import { useState } from 'react'
import type { BalanceChoice, PayerRef } from '../../shared/accounts/balances.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import css from './accounts.module.css'
import type { Printing } from './use-printing.ts'

const counted = (count: number) => (count === 1 ? '1 statement' : `${count} statements`)

type FooterProps = { chosen: readonly PayerRef[]; count: number; choice: BalanceChoice; printing: Printing; onClear: () => void }

/** Prints statements for those chosen, or for everybody the list shows; while it runs, how far it is. */
export function StatementsFooter({ chosen, count, choice, printing, onClear }: FooterProps) {
  const [minimum, setMinimum] = useState<Cents | null>(cents(0))
  const isSome = chosen.length > 0
  const words = `Print ${counted(isSome ? chosen.length : count)}`
  const run = () => {
    if (printing.isBusy) return
    printing.start(isSome ? { kind: 'some', payers: [...chosen] } : { kind: 'all', ...choice }, minimum ?? cents(0))
  }
  useHotkey({ keys: 'mod+enter', label: words, run })
  if (printing.isBusy)
    return (
      <div className={css.progress}>
        <ProgressBar label="Drawing statements" done={printing.progress?.done ?? 0} total={printing.progress?.total ?? 0} onCancel={printing.stop} />
      </div>
    )
  return (
    <>
      <span className={css.footerWords}>
        {isSome ? `${chosen.length} chosen` : 'Nobody chosen: all of them.'}{' '}
        {isSome && (
          <Button kind="text" size="small" onClick={onClear}>
            Choose nobody
          </Button>
        )}
      </span>
      <span aria-hidden="true">Leave out who owes less than</span>
      <MoneyField label="Leave out who owes less than" bare value={minimum} onChange={setMinimum} className={css.minimum} />
      <Button kind="primary" icon="printer" keys="mod+enter" onClick={run}>
        {words}
      </Button>
    </>
  )
}

/** What came of printing: how many, and who was left out and why. */
export function PrintResult({ printing }: { printing: Printing }) {
  const { result, error, forget } = printing
  if (error) return <Problem error={error} tone="care" />
  if (!result) return null
  const { printed, skipped } = result
  return (
    <div className={css.result} role="status">
      <div className={css.resultHead}>
        <strong className={css.grow}>
          {printed === 0 ? 'No statement was printed.' : `${counted(printed)} opened for printing.`} {skipped.length > 0 && `${skipped.length} left out:`}
        </strong>
        <IconButton icon="close" label="Close" onClick={forget} />
      </div>
      {skipped.length > 0 && (
        <ul>
          {skipped.slice(0, 100).map(({ name, reason }) => (
            <li key={`${name} ${reason}`}>
              <span className={css.name}>{name}</span>
              <span className={css.grow}>{reason}</span>
            </li>
          ))}
          {skipped.length > 100 && <li>and {skipped.length - 100} more</li>}
        </ul>
      )}
    </div>
  )
}
