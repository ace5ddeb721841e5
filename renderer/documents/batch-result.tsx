import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BATCH_PAGE, type BatchPaper, type BatchResult, type BatchSkip } from '../../shared/documents/batch.ts'
import { useFix } from '../billing/use-fix.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Column, Columns, Screen, Section } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { Money } from '../ui/words.tsx'
import css from './batch.module.css'
import { BatchPager } from './batch-pager.tsx'
import { counted, daysInWords, resultInWords } from './batch-words.ts'

/** What became of a batch: what was printed and where it lies, what was left out and why. It stays until it is closed. */
export function BatchDone({ result: first }: { result: BatchResult }) {
  const { jobId, as, place, state } = first
  const [offset, setOffset] = useState(0)
  const page = useQuery({ ...ask('documents.getBatch', { jobId, offset }), placeholderData: keepPreviousData })
  const open = useCommand('documents.openBatch')
  const close = useCommand('documents.closeBatch')
  const result = page.data ?? first
  const done = () => close.mutate({ jobId })
  useHotkey({ keys: 'escape', label: 'Back to the months', run: done })
  const printed = first.newCount + first.againCount
  return (
    <Screen
      title="Superbills"
      ground="surface"
      note={<BillingTabs />}
      actions={
        <>
          {place !== '' && (
            <Button icon={as === 'one' ? 'printer' : 'folder'} busy={open.isPending} onClick={() => open.mutate({ jobId })}>
              {as === 'one' ? 'Open the file again' : 'Open the folder'}
            </Button>
          )}
          <Button kind="primary" busy={close.isPending} onClick={done}>
            Done
          </Button>
        </>
      }
    >
      <Columns template="minmax(0, 1fr)">
        <Column label="What was printed" ground="surface">
          <Problem error={open.error ?? close.error} />
          <h2 className={css.outcome}>{resultInWords(first)}</h2>
          <p className={css.quiet}>
            {daysInWords(first)}
            {place !== '' && (as === 'one' ? '. Opened in the system’s viewer; print it there.' : `. Saved in ${place}`)}
          </p>
          {printed > 0 && <Sent result={first} />}
          {result.skipped.length > 0 && <Skipped skipped={result.skipped} count={result.skippedCount} />}
          {result.papers.length > 0 && <Printed papers={result.papers} title={state !== 'done' ? 'Issued' : as === 'one' ? 'Printed' : 'Saved'} />}
          <BatchPager offset={offset} page={BATCH_PAGE} total={Math.max(printed, first.skippedCount)} onTurn={setOffset} />
        </Column>
      </Columns>
    </Screen>
  )
}

function Sent({ result: { jobId, state } }: { result: BatchResult }) {
  const mark = useCommand('documents.markSent')
  if (state !== 'done') return null
  const send = (how: 'by-hand' | 'post') =>
    mark.mutate(
      { papers: { jobId }, how },
      {
        onSuccess: ({ sendingIds }) =>
          offerUndo(
            sendingIds.length === 0
              ? 'All of these are marked so already.'
              : `${counted(sendingIds.length, 'superbill')} marked as ${how === 'post' ? 'posted' : 'collected'} today.`,
          ),
      },
    )
  return (
    <p className={css.sent}>
      <Button size="small" busy={mark.isPending} onClick={() => send('post')}>
        Mark all as posted
      </Button>
      <Button size="small" busy={mark.isPending} onClick={() => send('by-hand')}>
        Mark all as collected
      </Button>
      <Problem error={mark.error} />
    </p>
  )
}

function Printed({ papers, title }: { papers: readonly BatchPaper[]; title: string }) {
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={papers}
        keyOf={paper => paper.documentId}
        columns={[
          {
            title: 'Number',
            width: '200px',
            cell: ({ documentId, number, version }) => (
              <TextLink to="/documents/$documentId" params={{ documentId }}>
                {number}
                {version > 1 && `, version ${version}`}
              </TextLink>
            ),
          },
          { title: 'Patient', cell: paper => <span className={css.name}>{paper.patientName}</span> },
          { title: 'How', width: '180px', cell: paper => (paper.isNew ? 'Issued now' : 'Printed again') },
          { title: 'Charged', width: '110px', align: 'right', cell: paper => <Money cents={paper.total} /> },
          { title: 'Paid', width: '110px', align: 'right', cell: paper => <Money cents={paper.paid} /> },
        ]}
      />
    </Section>
  )
}

function Skipped({ skipped, count }: { skipped: readonly BatchSkip[]; count: number }) {
  return (
    <Section title="Left out" note={counted(count, 'superbill')}>
      <ul className={css.skipped}>
        {skipped.map((skip, index) => (
          <Left key={`${skip.patientId} ${index.toString()}`} skip={skip} />
        ))}
      </ul>
    </Section>
  )
}

function Left({ skip: { patientId, patientName, reason, fix } }: { skip: BatchSkip }) {
  const lead = useFix(patientId)
  return (
    <li>
      <TextLink to="/patients/$patientId" params={{ patientId }} search={{ tab: 'documents' }}>
        <span className={css.name}>{patientName}</span>
      </TextLink>
      <span>{reason}</span>
      {fix && (
        <Button size="small" kind="text" onClick={() => lead(fix)}>
          {fix.label}
        </Button>
      )}
    </li>
  )
}
