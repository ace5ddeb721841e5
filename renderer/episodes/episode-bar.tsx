import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LETTER_TITLES, type LetterKind } from '../../shared/documents/progress-letter.ts'
import { closeWords } from '../../shared/episodes/discharge.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { DateText } from '../ui/words.tsx'
import css from './episode.module.css'
import { kindWords } from './episode-words.ts'
import type { Open } from './open-part.ts'

type Step = { words: string; open?: Open; letter?: LetterKind }

/** What the episode still lacks, in the order an insurer asks for it; else the letter that is due, else the next visit. */
function nextStep(episode: Episode, letterDue: LetterKind | null): Step {
  if (episode.diagnoses.length === 0) return { words: 'Add diagnosis', open: { part: 'diagnosis', diagnosis: null } }
  if (episode.prescriptions.length === 0) return { words: 'Add prescription', open: { part: 'prescription', prescription: null } }
  if (episode.goals.length === 0) return { words: 'Set a goal', open: { part: 'goal', goal: null } }
  if (letterDue) return { words: `Write ${LETTER_TITLES[letterDue].toLowerCase()}`, letter: letterDue }
  const isSpent = episode.prescriptions.every(({ use }) => use.state === 'used-up' || use.state === 'expired')
  return isSpent ? { words: 'Add prescription', open: { part: 'prescription', prescription: null } } : { words: 'Book a visit' }
}

type EpisodeBarProps = { episode: Episode; isWriting: boolean; onOpen: (open: Open) => void }

/** Names the episode, says where it stands, and offers the next step; while a part is being written, saving that is the next step. */
export function EpisodeBar({ episode, isWriting, onOpen }: EpisodeBarProps) {
  const { step, act, isBusy, problem } = useStep(episode, onOpen)
  const reopen = useCommand('episodes.reopen')
  const isClosed = episode.closedOn !== null
  const refusal = problem ?? reopen.error
  return (
    <div className={css.bar}>
      <h2 title={episode.condition}>{episode.condition}</h2>
      <span className={css.second}>{kindWords(episode.kind)}</span>
      <Stand episode={episode} />
      {refusal && (
        <span className={css.refusal} role="alert">
          {refusal.message}
        </span>
      )}
      {isClosed ? (
        <Button busy={reopen.isPending} onClick={() => reopen.mutate({ episodeId: episode.id })}>
          Reopen episode
        </Button>
      ) : (
        <Button onClick={() => onOpen({ part: 'discharge' })}>Discharge</Button>
      )}
      {step && (
        <Button kind={isWriting ? 'outlined' : 'primary'} keys={isWriting ? undefined : 'mod+enter'} busy={isBusy} onClick={act}>
          {step.words}
        </Button>
      )}
    </div>
  )
}

function useStep(episode: Episode, onOpen: (open: Open) => void) {
  const navigate = useNavigate()
  const begin = useCommand('documents.beginLetter')
  const letters = useQuery(ask('documents.listLetters', { patientId: episode.patientId }))
  const own = letters.data?.filter(row => row.episodeId === episode.id) ?? []
  const isClosed = episode.closedOn !== null
  const hasDischargeLetter = own.some(row => row.kind === 'discharge' && row.state === 'signed')
  const discharge: Step | null = hasDischargeLetter ? null : { words: 'Write discharge letter', letter: 'discharge' }
  const step = isClosed ? discharge : nextStep(episode, own.find(row => row.state === 'due')?.kind ?? null)
  const act = () => {
    if (step?.open) return onOpen(step.open)
    if (!step?.letter) return void navigate({ to: '/calendar', search: { book: episode.patientId } })
    begin.mutate(
      { episodeId: episode.id, kind: step.letter },
      { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) },
    )
  }
  useHotkey({ keys: 'mod+enter', label: step?.words ?? 'Nothing is due', run: () => step && act() })
  return { step, act, isBusy: begin.isPending, problem: begin.error }
}

/** Open or discharged, and how far the planned series is. */
function Stand({ episode }: { episode: Episode }) {
  const { closedOn, openedOn, plannedVisits, seriesWords, visitsDone, visitsBooked } = episode
  if (closedOn)
    return (
      <span className={css.grow}>
        <Status icon="check" tone="over">
          Discharged <DateText day={closedOn} form="short" />
          {closeWords(episode) && `: ${closeWords(episode)}`}
        </Status>
      </span>
    )
  const isOver = plannedVisits !== null && visitsDone + visitsBooked > plannedVisits
  const visits = visitsDone === 1 ? '1 visit' : `${visitsDone} visits`
  return (
    <span className={css.grow}>
      <Status icon={isOver ? 'warning' : 'dot'} tone={isOver ? 'act' : 'plain'}>
        {seriesWords === '' ? visits : seriesWords}
        {plannedVisits === null && visitsBooked > 0 && `, ${visitsBooked} booked`}
      </Status>
      <span className={css.second}>
        since <DateText day={openedOn} form="short" />
      </span>
    </span>
  )
}
