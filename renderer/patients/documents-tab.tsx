import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { DOCUMENT_KINDS } from '../../shared/documents/document-kinds.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask, request, useCommand } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { DateText, dateInWords, Money } from '../ui/words.tsx'
import css from './chart.module.css'
import { NewSuperbill } from './new-superbill.tsx'
import { ScansPart } from './scans-part.tsx'

/** Every paper issued for the patient, a superbill for any range of dates, and all scans. */
export function DocumentsTab({ patientId }: { patientId: PatientId }) {
  const [isNew, setNew] = useState(false)
  if (isNew) return <NewSuperbill patientId={patientId} onClose={() => setNew(false)} />
  return (
    <Columns template="minmax(0, 1fr)">
      <Column label="Documents" ground="surface" padding="narrow">
        <div className={css.toolbar}>
          <h2>Papers</h2>
          <Button icon="plus" onClick={() => setNew(true)}>
            New superbill
          </Button>
        </div>
        <Drafts patientId={patientId} />
        <Papers patientId={patientId} />
        <ScansPart patientId={patientId} />
      </Column>
    </Columns>
  )
}

/** Letters begun and not signed. */
function Drafts({ patientId }: { patientId: PatientId }) {
  const letters = useQuery(ask('documents.listLetters', { patientId }))
  const drafts = (letters.data ?? []).flatMap(letter =>
    letter.state === 'draft' && letter.letterId !== null ? [{ ...letter, letterId: letter.letterId }] : [],
  )
  return drafts.map(letter => (
    <p key={letter.letterId}>
      <Status icon="pencil" tone="act">
        Letter not signed
      </Status>{' '}
      <TextLink to="/letters/$letterId" params={{ letterId: letter.letterId }}>
        {letter.condition}
        {letter.toName && `, to ${letter.toName}`}
      </TextLink>
    </p>
  ))
}

function Papers({ patientId }: { patientId: PatientId }) {
  const papers = useQuery(ask('documents.list', { patientId }))
  const navigate = useNavigate()
  if (papers.error) return <Problem error={papers.error} />
  if (!papers.data) return <Waiting />
  if (papers.data.length === 0) {
    return (
      <Empty title="No papers yet" icon="receipt">
        Superbills are issued at check-out or here for a range of dates; letters once they are signed.
      </Empty>
    )
  }
  return (
    <Table
      caption="Papers"
      rows={papers.data}
      keyOf={paper => paper.id}
      onOpen={paper => void navigate({ to: '/documents/$documentId', params: { documentId: paper.id } })}
      columns={[
        { title: 'Issued', width: '120px', cell: paper => <DateText day={paper.issuedOn} /> },
        { title: 'Paper', width: '150px', cell: paper => DOCUMENT_KINDS[paper.kind].title },
        { title: 'Number', width: '140px', cell: paper => paper.number },
        { title: 'Version', width: '180px', cell: paper => <Version paper={paper} /> },
        { title: 'For', cell: paper => <span className={css.second}>{rangeInWords(paper)}</span> },
        { title: 'Sent', width: '210px', cell: paper => <Sent paper={paper} /> },
        { title: 'Total', width: '92px', align: 'right', cell: paper => paper.total !== null && <Money cents={paper.total} /> },
      ]}
    />
  )
}

/** When and to whom it went out; one step to note it where a superbill was collected. */
function Sent({ paper: { id, kind, sentWords, replacedBy, number } }: { paper: IssuedDocument }) {
  const mark = useCommand('documents.markSent')
  if (sentWords !== '') return <span className={css.second}>{sentWords}</span>
  if (kind !== 'superbill' || replacedBy !== null) return null
  const collected = (event: { stopPropagation(): void }) => {
    event.stopPropagation()
    mark.mutate(
      { papers: { documentIds: [id] }, how: 'by-hand' },
      {
        onSuccess: ({ sendingIds: [sendingId] }) =>
          offerUndo(`${number} is marked as collected today.`, () => sendingId && void request('documents.removeSending', { sendingId })),
        onError: error => offerUndo(error.message),
      },
    )
  }
  return (
    <Button size="small" kind="text" busy={mark.isPending} label={`Mark ${number} as collected`} onClick={collected}>
      Mark as collected
    </Button>
  )
}

function rangeInWords({ from, to, title }: IssuedDocument): string {
  if (from === null) return title
  return to === null || from === to ? `Visit of ${dateInWords(from)}` : `${dateInWords(from)} to ${dateInWords(to)}`
}

function Version({ paper }: { paper: IssuedDocument }) {
  if (paper.replacedBy !== null) {
    return (
      <Status icon="cancelled" tone="over">
        Version {paper.version}, replaced
      </Status>
    )
  }
  return paper.version > 1 ? `Version ${paper.version}, corrected` : 'Version 1'
}
