import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { ReadinessFix } from '../../shared/billing/readiness-item.ts'
import { ClaimTyped, NOTHING_TYPED } from '../../shared/documents/claim-form.ts'
import type { ClaimPreview } from '../../shared/documents/claim-form-requests.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { canFixHere, FixPanel } from '../billing/fix-panel.tsx'
import { useFix } from '../billing/use-fix.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { useSettled } from '../lib/use-settled.ts'
import { Button } from './button.tsx'
import { Status } from './chip.tsx'
import { ClaimFormPrint } from './claim-form-print.tsx'
import css from './claim-kit.module.css'
import { ClaimPapers } from './claim-papers.tsx'
import { todayHere } from './clock.ts'
import { DateField } from './date-field.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { Problem } from './messages.tsx'
import { PaperView } from './paper-view.tsx'
import { Segmented } from './segmented.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

const Sheet = ClaimTyped.extend({ from: LocalDate, to: LocalDate }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  message: 'Choose a day on or after the first.',
})
const OTHER_DATES = [
  { value: 'usual', label: 'Accident, else prescription' },
  { value: '439', label: 'Accident (439)' },
  { value: '454', label: 'First treatment (454)' },
  { value: '471', label: 'Prescription (471)' },
] as const
const RESUBMISSIONS = [
  { value: '', label: 'No, a new claim' },
  { value: '7', label: 'Replaces a claim (7)' },
  { value: '8', label: 'Voids a claim (8)' },
] as const
const SHOWS = [
  { value: 'boxes', label: 'Boxes' },
  { value: 'sheet', label: 'Data sheet' },
  { value: 'overlay', label: 'On forms' },
] as const

const HOMES = [
  { value: 'patient', label: 'with the patient' },
  { value: 'elsewhere', label: 'elsewhere' },
  { value: 'unknown', label: 'left empty' },
] as const
const ONE_LINE = 'Street, city, state and ZIP in one line'

type PanelProps = { episode: Episode; onClose: () => void }

/** Makes a claim form of the visits of a range of days: what is missing first, then every box as it will stand. It begins with what the last claim said. */
export function ClaimFormPanel(props: PanelProps) {
  const { patientId, id: episodeId } = props.episode
  const start = useQuery({ ...ask('documents.claimStart', { patientId, episodeId }), gcTime: 0 })
  return start.data ? <ClaimFormFields {...props} start={start.data} /> : <Problem error={start.error} />
}

function ClaimFormFields({ episode, start, onClose }: PanelProps & { start: ClaimTyped }) {
  const issue = useCommand('documents.issueClaimForm')
  const form = useClinicForm({ schema: Sheet, start: { ...start, from: episode.beganOn, to: todayHere() }, keepAs: `claim form of ${episode.id}` })
  const parsed = Sheet.safeParse(form.hook.getValues())
  const asked = parsed.success ? rangeOf(episode, parsed.data) : null
  const empty = { patientId: episode.patientId, episodeId: episode.id, from: todayHere(), to: todayHere(), typed: NOTHING_TYPED }
  const preview = useQuery({ ...ask('documents.previewClaimForm', asked ?? empty), enabled: asked !== null, placeholderData: keepPreviousData })
  const send = form.submit(async values => {
    await issue.mutateAsync(rangeOf(episode, values))
  })
  const [from, to] = [form.bind('from'), form.bind('to')]
  const [resubmission, home] = [form.bind('resubmission'), form.bind('insuredHome')]
  const [fixing, setFixing] = useState<ReadinessFix | null>(null)
  const lead = useFix(episode.patientId)
  // What was typed here is kept; behind the panel stands the episode.
  const leave = (fix: ReadinessFix) => {
    onClose()
    lead(fix)
  }
  if (fixing) return <FixPanel fix={fixing} onClose={() => setFixing(null)} onElsewhere={() => leave(fixing)} />
  return (
    <FormPanel
      title="Claim form"
      note="CMS-1500 (02/12), to copy from or to print on ready-made forms."
      save="Issue claim form"
      busy={form.isBusy}
      problem={form.problem ?? preview.error}
      onSave={() => void send()}
      onClose={onClose}
      close="Close"
      width={560}
    >
      <KeptNote form={form} />
      <ClaimPapers episode={episode} kind="claim-form" actions={paper => <ClaimFormPrint paper={paper} />} />
      <FieldRow template="1fr 1fr">
        <DateField label="First visit" {...from} onChange={day => from.onChange(day ?? '')} />
        <DateField label="Last visit" {...to} onChange={day => to.onChange(day ?? '')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="Insured’s ID, box 1a" required={false} maxLength={28} {...form.bind('insuredId')} />
        <SelectField label="Other date, box 15" choices={OTHER_DATES} {...form.bind('otherDate')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <DateField label="Unable to work from" required={false} {...form.bind('unableFrom')} />
        <DateField label="Unable to work to" required={false} {...form.bind('unableTo')} />
      </FieldRow>
      <TextField label="Further information, box 19" required={false} maxLength={48} {...form.bind('notes')} />
      <FieldRow template="1fr 1fr">
        <SelectField label="Sent before" choices={RESUBMISSIONS} {...resubmission} />
        {resubmission.value !== '' && <TextField label="The payer’s number of that claim" maxLength={18} {...form.bind('originalReference')} />}
      </FieldRow>
      {preview.data?.isInsuredAnother && (
        <>
          <Segmented label="The insured lives, box 7" withLabel size="small" {...home} value={home.value} choices={HOMES} />
          {home.value === 'elsewhere' && <TextField label="Insured’s address" placeholder={ONE_LINE} maxLength={120} {...form.bind('insuredAddress')} />}
        </>
      )}
      <TextField label="Payer’s address, at the top" required={false} placeholder={ONE_LINE} maxLength={120} {...form.bind('payerAddress')} />
      {preview.data && <Preview preview={preview.data} onFix={fix => (canFixHere(fix) ? setFixing(fix) : leave(fix))} />}
    </FormPanel>
  )
}

function rangeOf({ patientId, id }: Episode, { from, to, ...typed }: z.output<typeof Sheet>) {
  return { patientId, episodeId: id, from, to, typed }
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

function Preview({ preview, onFix }: { preview: ClaimPreview; onFix: (fix: ReadinessFix) => void }) {
  const { visits, remarks, boxes, sheets, total, paid, papers } = preview
  const [show, setShow] = useState<(typeof SHOWS)[number]['value']>('boxes')
  const lines = sheets.reduce((sum, sheet) => sum + sheet.lines.length, 0)
  return (
    <div className={css.stack}>
      <div className={css.stack} role="status" aria-label="What the claim says">
        {remarks.length > 0 && (
          <ul className={css.list} aria-label="To see to">
            {remarks.map(({ sentence, blocks, fix }) => (
              <li key={sentence} className={css.item}>
                <Status icon={blocks ? 'never' : 'warning'} tone={blocks ? 'act' : 'plain'}>
                  {sentence}
                </Status>
                {fix && (
                  <Button size="small" kind="text" onClick={() => onFix(fix)}>
                    {fix.label}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {sheets.length > 0 && (
          <p className={css.part}>
            {plural(visits, 'visit')}, {plural(lines, 'line')}, {plural(sheets.length, 'form')} · {formatMoney(total)} charged, {formatMoney(paid)} paid
          </p>
        )}
      </div>
      {sheets.length > 0 && (
        <>
          <div>
            <Segmented label="Show the claim as" size="small" value={show} onChange={setShow} choices={SHOWS} />
          </div>
          {papers === null || show === 'boxes' ? <Boxes boxes={boxes} /> : <Paper path={papers[show]} show={show} />}
        </>
      )}
    </div>
  )
}

function Boxes({ boxes }: Pick<ClaimPreview, 'boxes'>) {
  return (
    <dl className={css.boxes}>
      {boxes.map(({ box, title, value }) => (
        <div key={box}>
          <dt>
            <b>{box}</b>
            <span>{title}</span>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The claim as it would print now, drawn anew once typing pauses. */
function Paper({ path, show }: { path: string; show: 'sheet' | 'overlay' }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={place} className={css.paper}>
      <PaperView path={useSettled(path)} label={show === 'sheet' ? 'Data sheet' : 'Words for ready-made forms'} />
    </div>
  )
}
