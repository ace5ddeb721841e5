import { useQuery } from '@tanstack/react-query'
import type { CheckOutPreview, Invoice } from '../../shared/billing/schema.ts'
import type { SuperbillPreview } from '../../shared/documents/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { useSettled } from '../lib/use-settled.ts'
import { BenefitLine } from '../ui/benefit-meter.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { DateText } from '../ui/words.tsx'
import { BeforeCheckOut } from './before-check-out.tsx'
import { Charges } from './charges.tsx'
import css from './check-out.module.css'
import { CheckOutFooter } from './check-out-footer.tsx'
import { DonePart } from './done-part.tsx'
import { PaperDesk } from './paper-desk.tsx'
import { ReadinessPart } from './readiness-part.tsx'
import { Spine } from './spine.tsx'
import { type CheckingOut, useCheckOut } from './use-check-out.ts'

function Head({ preview, hasPapers }: { preview: CheckOutPreview; hasPapers: boolean }) {
  const { appointment, invoice } = preview
  const { visitNumber, visitsAllowed } = appointment
  const visit = visitNumber === null ? '' : visitsAllowed === null ? ` · visit ${visitNumber}` : ` · visit ${visitNumber} of ${visitsAllowed}`
  return (
    <header className={css.head}>
      <h1>
        {invoice ? 'Checked out: ' : 'Check out '}
        <TextLink to="/patients/$patientId" params={{ patientId: appointment.patientId }}>
          {appointment.patientName}
        </TextLink>
        <span className={css.when}>
          <DateText day={dayOf(appointment.startsAt)} form="weekday" />
          {visit}
        </span>
      </h1>
      <Spine visit={appointment} isCheckedOut={invoice !== null} hasPapers={hasPapers} />
    </header>
  )
}

function AfterCheckOut(props: { preview: CheckOutPreview; invoice: Invoice; superbill: SuperbillPreview | undefined; checkingOut: CheckingOut }) {
  const { preview, invoice, superbill, checkingOut } = props
  const elsewhere = { message: `This visit was checked out meanwhile on ${invoice.number}. The payment entered here was not taken.` }
  const readiness = superbill?.issued ? undefined : superbill?.readiness
  return (
    <>
      <Problem tone="care" error={checkingOut.isElsewhere ? elsewhere : null} />
      <Problem error={checkingOut.paperError} />
      <DonePart {...props} />
      <BenefitLine episodeId={preview.appointment.episodeId} />
      <Charges lines={preview.lines} />
      <div className={css.gap} />
      {readiness && readiness.readyCount < readiness.total && <ReadinessPart readiness={readiness} patientId={preview.appointment.patientId} />}
    </>
  )
}

const NOTHING_TO_DRAW = 'It is drawn here as soon as the visit has hands-on minutes and a diagnosis.'

/** How the visit is about to be settled, for the address of the paper’s preview. */
function aheadOf({ entered: { paidBy, amount }, settling: { discount, credit, used } }: CheckingOut): string {
  return [paidBy, amount ?? 0, discount > 0 && `d${discount}`, credit > 0 && `c${credit}`, used && `k${used.id}`]
    .filter(part => typeof part !== 'boolean' && part !== null)
    .join('_')
}

function Desk({ preview, superbill, checkingOut }: { preview: CheckOutPreview; superbill: SuperbillPreview | undefined; checkingOut: CheckingOut }) {
  const { appointment, invoice, readiness } = preview
  const ahead = useSettled(aheadOf(checkingOut))
  const issued = superbill?.issued ?? null
  const canDraw = preview.obstacle === null && !readiness.items.some(item => item.id === 'diagnosis' && item.state === 'blocks')
  const obstacle = invoice ? (superbill?.obstacle ?? null) : null
  const path = issued ? issued.path : canDraw && obstacle === null ? `papers/check-out/${appointment.id}${invoice ? '' : `_${ahead}`}.pdf` : null
  return (
    <PaperDesk
      title="Superbill"
      note={issued ? issued.number : 'Preview, numbered when printed'}
      path={path}
      why={obstacle ?? NOTHING_TO_DRAW}
      actions={
        issued && (
          <Button kind="text" size="small" onClick={() => checkingOut.saveAs(issued.id)}>
            Save as PDF
          </Button>
        )
      }
    />
  )
}

/** One visit's check-out, before and after, with the paper beside it. */
export function CheckOutView({ preview }: { preview: CheckOutPreview }) {
  const { invoice, appointment } = preview
  const checkingOut = useCheckOut(preview)
  const day = dayOf(appointment.startsAt)
  const paper = useQuery({
    ...ask('documents.previewSuperbill', { patientId: appointment.patientId, from: day, to: day }),
    enabled: invoice !== null,
  })
  const superbill = paper.data
  return (
    <Screen title={`Check out ${appointment.patientName}`} head={null}>
      <Columns template="var(--check-out-columns)">
        <Column label="Check-out" ground="surface" padding="none" className={css.left}>
          <div className={css.scroll}>
            <Head preview={preview} hasPapers={Boolean(superbill?.issued)} />
            {invoice ? (
              <AfterCheckOut preview={preview} invoice={invoice} superbill={superbill} checkingOut={checkingOut} />
            ) : (
              <BeforeCheckOut preview={preview} checkingOut={checkingOut} />
            )}
          </div>
          <CheckOutFooter preview={preview} superbill={superbill} isPaperKnown={!paper.isPending} checkingOut={checkingOut} />
        </Column>
        <Column label="Superbill preview" ground="sunken" padding="narrow" readOnly className={css.desk}>
          <Desk preview={preview} superbill={superbill} checkingOut={checkingOut} />
        </Column>
      </Columns>
    </Screen>
  )
}
