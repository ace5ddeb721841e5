import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SuperbillPreview } from '../../shared/documents/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { stopAtUnread } from '../lib/unread.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { PaperView } from '../ui/paper-view.tsx'
import { Column, Columns, Section } from '../ui/screen.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './chart.module.css'
import { ReadinessList } from './readiness-list.tsx'
import { lastMonth, rangeSinceLast, type SuperbillRange, thisYear } from './superbill-range.ts'

/** A superbill over a range of dates: what an insurer would object to on the left, the paper itself on the right. */
export function NewSuperbill({ patientId, onClose }: { patientId: PatientId; onClose: () => void }) {
  const today = todayHere()
  const invoices = useQuery(ask('billing.listInvoices', { patientId, show: 'all', before: null }))
  const papers = useQuery(ask('documents.list', { patientId }))
  const charged = (invoices.data?.rows ?? []).filter(({ kind }) => kind === 'visit')
  const usual = rangeSinceLast(charged, papers.data ?? [], today)
  const [from, setFrom] = useState<LocalDate | null>(null)
  const [to, setTo] = useState<LocalDate | null>(null)
  const range = { from: from ?? usual.from, to: to ?? usual.to }
  const choose = (next: SuperbillRange) => {
    setFrom(next.from)
    setTo(next.to)
  }
  const preview = useQuery({
    ...ask('documents.previewSuperbill', { patientId, ...range }),
    placeholderData: keepPreviousData,
    enabled: invoices.data !== undefined && papers.data !== undefined,
  })
  useHotkey({ keys: 'escape', label: 'Back to the papers', run: onClose })
  return (
    <Columns template="minmax(340px, 1fr) minmax(0, 1.1fr)">
      <Column label="New superbill" ground="surface" padding="narrow">
        <div className={css.toolbar}>
          <h2>New superbill</h2>
          <Button onClick={onClose}>Back to papers</Button>
        </div>
        <FieldRow template="1fr 1fr">
          <DateField label="Visits from" name="from" value={range.from} onChange={day => setFrom(LocalDate.safeParse(day).data ?? null)} />
          <DateField label="To" name="to" value={range.to} onChange={day => setTo(LocalDate.safeParse(day).data ?? null)} />
        </FieldRow>
        <div className={css.ranges}>
          {[
            { words: 'Since the last superbill', range: usual },
            { words: 'Last month', range: lastMonth(today) },
            { words: 'This year', range: thisYear(today) },
          ].map(one => (
            <Button key={one.words} kind="text" size="small" onClick={() => choose(one.range)}>
              {one.words}
            </Button>
          ))}
        </div>
        <Problem error={preview.error} />
        {!preview.data && !preview.error && <Waiting />}
        {preview.data && <Decide patientId={patientId} range={range} preview={preview.data} />}
      </Column>
      <Column label="Preview" ground="sunken" padding="narrow" readOnly>
        {preview.data && preview.data.visits > 0 ? (
          <PaperView path={preview.data.path} label="Superbill" version={preview.dataUpdatedAt} />
        ) : (
          <Empty title="Nothing to show" icon="receipt">
            Choose dates with at least one visit that was checked out.
          </Empty>
        )}
      </Column>
    </Columns>
  )
}

type DecideProps = { patientId: PatientId; range: { from: LocalDate; to: LocalDate }; preview: SuperbillPreview }

function Decide({ patientId, range, preview }: DecideProps) {
  const { visits, lines, total, paid, readiness, obstacle, issued, differsFromIssued } = preview
  if (visits === 0) return <Problem tone="care" error={{ message: obstacle ?? 'No visit was checked out in these days.' }} />
  return (
    <>
      <p className={css.sum}>
        <b>{visits === 1 ? '1 visit' : `${visits} visits`}</b>, {lines === 1 ? '1 line' : `${lines} lines`}, {formatMoney(total)} charged, {formatMoney(paid)}{' '}
        paid
      </p>
      {issued && !differsFromIssued ? <AlreadyIssued issued={issued} /> : <Issue patientId={patientId} range={range} preview={preview} />}
      <Section title="Readiness" note={`${readiness.readyCount} of ${readiness.total} in order`}>
        <ReadinessList readiness={readiness} patientId={patientId} />
      </Section>
    </>
  )
}

function AlreadyIssued({ issued }: { issued: NonNullable<SuperbillPreview['issued']> }) {
  return (
    <div className={css.actions}>
      <p className={css.second}>{issued.number} holds exactly these visits, and nothing has changed since.</p>
      <ButtonLink size="small" to="/documents/$documentId" params={{ documentId: issued.id }}>
        Open {issued.number}
      </ButtonLink>
    </div>
  )
}

function Issue({ patientId, range, preview: { issued, obstacle } }: DecideProps) {
  const navigate = useNavigate()
  const issue = useCommand('documents.issueSuperbill')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const lacksReason = issued !== null && reason.trim() === ''
  const send = () => {
    setAsked(true)
    if (lacksReason || issue.isPending || stopAtUnread()) return
    issue.mutate(
      { patientId, ...range, replaces: issued?.id ?? null, reason },
      { onSuccess: paper => void navigate({ to: '/documents/$documentId', params: { documentId: paper.id } }) },
    )
  }
  useHotkey({ keys: 'mod+enter', label: 'Issue superbill', run: send, enabled: obstacle === null })
  return (
    <div className={css.issue}>
      <Problem error={obstacle === null ? null : { message: obstacle }} />
      {issued && (
        <>
          <Problem tone="care" error={{ message: `The records changed since ${issued.number} version ${issued.version} was issued.` }} />
          <TextField
            label="Reason for the correction"
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={200}
            error={isAsked && lacksReason ? 'Say what was corrected; it is kept with the paper.' : issue.error?.fields.reason}
          />
        </>
      )}
      <Problem error={issue.error && !issue.error.fields.reason ? issue.error : null} />
      <Button keys="mod+enter" busy={issue.isPending} disabled={obstacle !== null} onClick={send}>
        {issued ? `Issue version ${issued.version + 1}` : 'Issue superbill'}
      </Button>
    </div>
  )
}
