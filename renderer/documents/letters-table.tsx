import { useQuery } from '@tanstack/react-query'
import { LETTER_TITLES } from '../../shared/documents/progress-letter.ts'
import type { LetterRow } from '../../shared/documents/schema.ts'
import { ask } from '../lib/api.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { Table } from '../ui/table.tsx'
import { DateText } from '../ui/words.tsx'
import { WriteLetter } from '../ui/write-letter.tsx'
import css from './letters.module.css'

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
  return (
    <div className={css.begin}>
      <WriteLetter episodeId={row.episodeId} kind={row.kind} about={row.patientName} />
    </div>
  )
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
