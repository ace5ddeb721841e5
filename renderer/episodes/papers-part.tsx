import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LETTER_TITLES } from '../../shared/documents/progress-letter.ts'
import type { IssuedDocument, LetterRow } from '../../shared/documents/schema.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { AttachmentsList } from '../ui/attachments-list.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { DateText } from '../ui/words.tsx'
import css from './papers-part.module.css'

/** Letters due and begun, papers issued, and scans: what was written about this episode, and all its notes as one paper. */
export function PapersPart({ episode }: { episode: Episode }) {
  const { patientId } = episode
  const papers = useQuery(ask('documents.list', { patientId }))
  const letters = useQuery(ask('documents.listLetters', { patientId }))
  const own = papers.data?.filter(paper => paper.episodeId === episode.id && paper.replacedBy === null) ?? []
  const waiting = letters.data?.filter(row => row.episodeId === episode.id && row.state !== 'signed') ?? []
  return (
    <Section title="Letters and papers" actions={episode.visitsDone > 0 && <PrintNotes episode={episode} />}>
      <Problem error={papers.error ?? letters.error} />
      {own.length + waiting.length === 0 && <p className={css.second}>None yet. Superbills, letters and notes of this episode are kept here.</p>}
      <ul className={css.papers}>
        {waiting.map(row => (
          <WaitingLetter key={`${row.kind} ${row.letterId ?? 'due'}`} row={row} />
        ))}
        {own.map(paper => (
          <PaperRow key={paper.id} paper={paper} />
        ))}
      </ul>
      <AttachmentsList patientId={patientId} kind="other" refId={episode.id} add="Attach another scan" label="Other scans of this episode" />
    </Section>
  )
}

function PrintNotes({ episode }: { episode: Episode }) {
  const issue = useCommand('documents.issueNotePacket')
  const open = useCommand('documents.open')
  const print = () => issue.mutate({ episodeId: episode.id }, { onSuccess: paper => open.mutate({ documentId: paper.id }) })
  return (
    <>
      <Button size="small" icon="printer" busy={issue.isPending || open.isPending} onClick={print}>
        Print all notes
      </Button>
      <Problem error={issue.error ?? open.error} />
    </>
  )
}

function WaitingLetter({ row }: { row: LetterRow }) {
  const navigate = useNavigate()
  const begin = useCommand('documents.beginLetter')
  const { episodeId, kind, letterId, state, words } = row
  const write = () => begin.mutate({ episodeId, kind }, { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) })
  return (
    <li className={css.paper}>
      <span>
        {LETTER_TITLES[kind]}
        <span className={css.detail}>
          {state === 'due' ? (
            <Status icon="warning" tone="act">
              {words}
            </Status>
          ) : (
            'Draft'
          )}
        </span>
      </span>
      {letterId === null ? (
        <Button size="small" busy={begin.isPending} label={`Write ${LETTER_TITLES[kind].toLowerCase()} now`} onClick={write}>
          Write
        </Button>
      ) : (
        <ButtonLink size="small" to="/letters/$letterId" params={{ letterId }}>
          Go on
        </ButtonLink>
      )}
      <Problem error={begin.error} />
    </li>
  )
}

function PaperRow({ paper }: { paper: IssuedDocument }) {
  const { title, number, version, issuedOn, sentWords } = paper
  return (
    <li className={css.paper}>
      <span>
        <TextLink to="/documents/$documentId" params={{ documentId: paper.id }}>
          {title} {number}
          {version > 1 && ` v${version}`}
        </TextLink>
        <span className={css.detail}>
          <DateText day={issuedOn} form="short" />
          {sentWords && ` · ${sentWords}`}
        </span>
      </span>
    </li>
  )
}
