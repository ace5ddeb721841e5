import { useQuery } from '@tanstack/react-query'
import type { Invoice } from '../../shared/billing/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { DateText } from '../ui/words.tsx'
import css from './billing.module.css'

/** The superbill of an invoice’s day: printed again as it was, or issued now, or why it cannot be. */
export function InvoiceSuperbill({ invoice }: { invoice: Invoice }) {
  const range = { patientId: invoice.patientId, from: invoice.serviceOn, to: invoice.serviceOn }
  const preview = useQuery(ask('documents.previewSuperbill', range))
  const issue = useCommand('documents.issueSuperbill')
  const open = useCommand('documents.open')
  const issueAndPrint = () => issue.mutate({ ...range, replaces: null, reason: '' }, { onSuccess: paper => open.mutate({ documentId: paper.id }) })
  const superbill = preview.data
  const error = preview.error ?? issue.error ?? open.error
  return (
    <Section title="Superbill">
      {!superbill && !error && <Waiting />}
      {superbill?.issued && (
        <div className={css.paperRow}>
          <p className={css.grow}>
            {superbill.issued.number}
            {superbill.issued.version > 1 && `, version ${superbill.issued.version}`}
            <span className={css.second}>
              {superbill.differsFromIssued ? 'The records changed since it was issued.' : 'Issued '}
              {!superbill.differsFromIssued && <DateText day={superbill.issued.issuedOn} form="short" />}
            </span>
          </p>
          <Button size="small" icon="printer" busy={open.isPending} onClick={() => superbill.issued && open.mutate({ documentId: superbill.issued.id })}>
            Print again
          </Button>
          <ButtonLink size="small" kind="text" to="/documents/$documentId" params={{ documentId: superbill.issued.id }}>
            {superbill.differsFromIssued ? 'Correct' : 'Open'}
          </ButtonLink>
        </div>
      )}
      {superbill && !superbill.issued && superbill.obstacle === null && (
        <div className={css.paperRow}>
          <p className={css.grow}>
            Not issued yet
            <span className={css.second}>{`${superbill.readiness.readyCount} of ${superbill.readiness.total} ready`}</span>
          </p>
          <Button size="small" icon="printer" busy={issue.isPending || open.isPending} onClick={issueAndPrint}>
            Print superbill
          </Button>
        </div>
      )}
      {superbill && !superbill.issued && superbill.obstacle !== null && (
        <div className={css.paperRow}>
          <p className={css.grow}>
            No superbill yet<span className={css.second}>{superbill.obstacle}</span>
          </p>
          {invoice.appointmentId !== null && (
            <ButtonLink size="small" to="/checkout/$appointmentId" params={{ appointmentId: invoice.appointmentId }}>
              See what is missing
            </ButtonLink>
          )}
        </div>
      )}
      <Problem error={error} />
    </Section>
  )
}
