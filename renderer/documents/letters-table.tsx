import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LETTER_TITLES, type LetterKind } from '../../shared/documents/progress-letter.ts'
import type { LetterRow } from '../../shared/documents/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { ActionMenu } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { DateText } from '../ui/words.tsx'
import { KINDS } from './letter-kinds.ts'
import css from './letters.module.css'

/** Begins a letter: the one that is due at once, another kind from the menu. */
function BeginLetter({ row }: { row: LetterRow }) {
  const navigate = useNavigate()
  const begin = useCommand('documents.beginLetter')
  const write = (kind: LetterKind) =>
    begin.mutate({ episodeId: row.episodeId, kind }, { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) })
  return (
    <div className={css.begin}>
      <Problem error={begin.error} />
      <Button size="small" busy={begin.isPending} onClick={() => write(row.kind)} label={`Write letter about ${row.patientName}`}>
        Write letter
      </Button>
      <ActionMenu
        label={`Other letters about ${row.patientName}`}
        actions={KINDS.filter(kind => kind.value !== row.kind).map(kind => ({ words: kind.label, run: () => write(kind.value) }))}
      />
    </div>
  )
}

function Action({ row, isClinician }: { row: LetterRow; isClinician: boolean }) {
  if (row.state === 'signed' && row.documentId) {
    return (
      <ButtonLink size="small" to="/documents/$documentId" params={{ documentId: row.documentId }} aria-label={`Open letter about ${row.patientName}`}>
        Open
      </ButtonLink>
    )
  }
  if (!isClinician) return <span className={css.quiet}>The practitioner writes it</span>
  if (row.letterId) {
    return (
      <ButtonLink size="small" to="/letters/$letterId" params={{ letterId: row.letterId }} aria-label={`Review letter about ${row.patientName}`}>
        Review
      </ButtonLink>
    )
  }
  return <BeginLetter row={row} />
}

function Words({ row }: { row: LetterRow }) {
  const detail = row.state === 'due' ? LETTER_TITLES[row.kind] : row.sentWords || (row.state === 'signed' ? 'Not sent yet' : '')
  return (
    <>
      {row.words}
      {detail && <div className={css.quiet}>{detail}</div>}
    </>
  )
}

/** Letters with the one thing to do about each. */
export function LettersTable({ rows }: { rows: readonly LetterRow[] }) {
  const person = useQuery(ask('access.status', {})).data?.person
  const isDue = rows[0]?.state === 'due'
  return (
    <Table
      caption="Letters"
      rows={rows}
      keyOf={row => row.letterId ?? row.episodeId}
      height="tall"
      columns={[
        {
          title: 'Patient',
          cell: row => (
            <>
              <TextLink className={css.name} to="/patients/$patientId" params={{ patientId: row.patientId }}>
                {row.patientName}
              </TextLink>
              <div className={css.quiet}>{row.condition}</div>
            </>
          ),
        },
        { title: isDue ? 'Why now' : 'Letter', width: '26%', cell: row => <Words row={row} /> },
        { title: 'To', width: '22%', cell: row => row.toName || <span className={css.quiet}>No prescriber on file</span> },
        { title: isDue ? 'Last visit' : 'Date', width: '104px', cell: row => <DateText day={row.on} form="short" /> },
        {
          title: 'Next step',
          hideTitle: true,
          align: 'right',
          width: isDue ? '168px' : '120px',
          cell: row => <Action row={row} isClinician={person?.role !== 'front-desk'} />,
        },
      ]}
    />
  )
}
