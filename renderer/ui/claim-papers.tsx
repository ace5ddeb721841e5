import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DocumentKind, IssuedDocument } from '../../shared/documents/schema.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { ask, useCommand } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from './button.tsx'
import css from './claim-kit.module.css'
import { Problem } from './messages.tsx'
import { DateText } from './words.tsx'

/** Papers of one kind issued for an episode, the newest version of each, with what may be done with it. */
export function ClaimPapers({ episode, kind, actions }: { episode: Episode; kind: DocumentKind; actions: (paper: IssuedDocument) => ReactNode }) {
  const papers = useQuery(ask('documents.list', { patientId: episode.patientId }))
  const own = papers.data?.filter(paper => paper.kind === kind && paper.episodeId === episode.id && paper.replacedBy === null) ?? []
  if (papers.error) return <Problem error={papers.error} />
  if (own.length === 0) return null
  return (
    <ul className={css.list} aria-label="Issued already">
      {own.map(paper => (
        <li key={paper.id} className={css.item}>
          <span>
            <TextLink to="/documents/$documentId" params={{ documentId: paper.id }}>
              {paper.number}
              {paper.version > 1 && ` v${paper.version}`}
            </TextLink>
            <span className={css.detail}>
              Issued <DateText day={paper.issuedOn} form="short" />
              {paper.from && paper.to && <Days from={paper.from} to={paper.to} />}
            </span>
          </span>
          <span className={css.buttons}>{actions(paper)}</span>
        </li>
      ))}
    </ul>
  )
}

function Days({ from, to }: { from: LocalDate; to: LocalDate }) {
  return (
    <>
      , {from === to ? 'visit' : 'visits'} <DateText day={from} form="short" />
      {from !== to && (
        <>
          {' '}
          to <DateText day={to} form="short" />
        </>
      )}
    </>
  )
}

/** Opens an issued paper in the system’s viewer. */
export function OpenPaper({ paper }: { paper: IssuedDocument }) {
  const open = useCommand('documents.open')
  return (
    <>
      <Button size="small" icon="printer" label={`Print ${paper.number}`} busy={open.isPending} onClick={() => open.mutate({ documentId: paper.id })}>
        Print
      </Button>
      <Problem error={open.error} />
    </>
  )
}
