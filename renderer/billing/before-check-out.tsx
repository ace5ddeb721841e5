import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import { BenefitLine } from '../ui/benefit-meter.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { Problem } from '../ui/messages.tsx'
import { Charges, UnitsSentence } from './charges.tsx'
import css from './check-out.module.css'
import { Total } from './discount-part.tsx'
import { ReadinessPart } from './readiness-part.tsx'
import { RulesCompared } from './rule-table.tsx'
import { SameDayPart } from './same-day.tsx'
import type { CheckingOut } from './use-check-out.ts'

function Obstacle({ obstacle }: Pick<CheckOutPreview, 'obstacle'>) {
  return <Problem tone="care" error={obstacle === null ? null : { message: obstacle }} />
}

/** What will be charged and why, and what an insurer would object to. */
export function BeforeCheckOut({ preview, checkingOut }: { preview: CheckOutPreview; checkingOut: CheckingOut }) {
  const { lines, explanation, obstacle, readiness, appointment, ruleTable, sameDay } = preview
  return (
    <>
      <Obstacle obstacle={obstacle} />
      <KeptNote form={checkingOut.draft} />
      <BenefitLine episodeId={appointment.episodeId} />
      {lines.length > 0 && (
        <div className={css.charges}>
          <Charges lines={lines} />
          <div className={css.proof}>
            <div>
              <UnitsSentence sentence={explanation} />
              <RulesCompared table={ruleTable} />
            </div>
            <Total preview={preview} settling={checkingOut.settling} />
          </div>
          {sameDay && <SameDayPart asked={sameDay} appointmentId={appointment.id} />}
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
