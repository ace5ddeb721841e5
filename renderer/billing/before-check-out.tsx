import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import { TextLink } from '../lib/links.tsx'
import { Problem } from '../ui/messages.tsx'
import { Money } from '../ui/words.tsx'
import { Charges, UnitsSentence } from './charges.tsx'
import css from './check-out.module.css'
import { ReadinessPart } from './readiness-part.tsx'
import type { CheckingOut } from './use-check-out.ts'

function Obstacle({ obstacle }: Pick<CheckOutPreview, 'obstacle'>) {
  return <Problem tone="care" error={obstacle === null ? null : { message: obstacle }} />
}

function Total({ preview }: { preview: CheckOutPreview }) {
  const { header, total } = preview
  return (
    <div className={css.total}>
      {header.balance !== 0 && (
        <p className={css.earlier}>
          <TextLink to="/patients/$patientId" params={{ patientId: header.id }} search={{ tab: 'billing' }}>
            {header.balance > 0 ? 'Open from earlier visits' : 'Credit'}
          </TextLink>
          <Money cents={header.balance} />
        </p>
      )}
      <p className={css.due}>
        <span>Due today</span>
        <b>
          <Money cents={total} />
        </b>
      </p>
    </div>
  )
}

/** What will be charged and why, and what an insurer would object to. */
export function BeforeCheckOut({ preview, checkingOut }: { preview: CheckOutPreview; checkingOut: CheckingOut }) {
  const { lines, explanation, obstacle, readiness, appointment } = preview
  return (
    <>
      <Obstacle obstacle={obstacle} />
      {lines.length > 0 && (
        <div className={css.charges}>
          <Charges lines={lines} />
          <div className={css.proof}>
            <UnitsSentence sentence={explanation} />
            <Total preview={preview} />
          </div>
        </div>
      )}
      {appointment.noteState !== 'none' && (
        <div className={css.parts}>
          <ReadinessPart readiness={readiness} patientId={appointment.patientId} />
        </div>
      )}
      <Problem error={checkingOut.checkOutError} />
    </>
  )
}
