import { useNavigate } from '@tanstack/react-router'
import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import type { SuperbillPreview } from '../../shared/documents/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { BookNext } from './book-next.tsx'
import css from './check-out.module.css'
import { PaymentPart } from './payment-part.tsx'
import { lessInWords, takeWords } from './payment-words.ts'
import type { CheckingOut, Settling } from './use-check-out.ts'

type FooterProps = { preview: CheckOutPreview; superbill: SuperbillPreview | undefined; isPaperKnown: boolean; checkingOut: CheckingOut }
type NextStep = { words: string; run: () => void; isPossible: boolean }

/** The one next step: the note while there is nothing to charge, then check-out, then the paper still to be printed, then the day. */
function useNextStep({ preview, superbill, isPaperKnown, checkingOut }: FooterProps): NextStep {
  const navigate = useNavigate()
  const { appointment, invoice, obstacle } = preview
  const { entered, settling } = checkingOut
  if (obstacle !== null) {
    const toNote = () => void navigate({ to: '/session/$appointmentId', params: { appointmentId: appointment.id } })
    return { words: appointment.noteState === 'none' ? 'Begin the note' : 'Open the note', run: toNote, isPossible: true }
  }
  if (!invoice) {
    const isPossible = entered.paidBy === 'later' || (entered.amount ?? 0) <= settling.due
    return { words: takeWords(settling.due, entered, checkingOut.obstacle === null), run: () => void checkingOut.finish(), isPossible }
  }
  if (superbill?.issued === null && superbill.obstacle === null) {
    return { words: 'Print superbill', run: () => void checkingOut.issueAndPrint(), isPossible: true }
  }
  // Not before it is known whether a paper waits, so that Ctrl Enter never leaves one behind.
  return { words: 'Back to Today', run: () => void navigate({ to: '/today' }), isPossible: isPaperKnown }
}

const takenOffInWords = (total: CheckOutPreview['total'], { used, packageValue, packageDiscount, discount, reason, credit }: Settling) =>
  lessInWords(total, [
    { amount: packageValue, words: `from ${used?.name ?? ''}` },
    { amount: packageDiscount, words: 'of its price' },
    { amount: discount, words: `(${reason})` },
    { amount: credit, words: 'of credit' },
  ])

/** The bar that never scrolls: the payment, the one next step (Ctrl Enter), and the next visit. */
export function CheckOutFooter(props: FooterProps) {
  const { preview, checkingOut } = props
  const { settling } = checkingOut
  const { words, run, isPossible } = useNextStep(props)
  const canRun = isPossible && !checkingOut.isBusy
  useHotkey({ keys: 'mod+enter', label: words, run, enabled: canRun })
  const isCharging = preview.invoice === null && preview.obstacle === null
  return (
    <footer className={css.foot}>
      {isCharging && checkingOut.obstacle !== null && (
        <p className={css.noPaper} role="status">
          <Icon name="warning" />
          No superbill is printed yet. {checkingOut.obstacle}
        </p>
      )}
      {isCharging && settling.due > 0 && (
        <PaymentPart due={settling.due} less={takenOffInWords(preview.total, settling)} entered={checkingOut.entered} onChange={checkingOut.setEntered} />
      )}
      <div className={css.bar}>
        <Button kind="primary" size="large" keys="mod+enter" busy={checkingOut.isBusy} disabled={!isPossible} onClick={run}>
          {words}
        </Button>
        {preview.invoice && words !== 'Back to Today' && (
          <ButtonLink size="large" to="/today">
            Back to Today
          </ButtonLink>
        )}
        <BookNext preview={preview} />
      </div>
    </footer>
  )
}
