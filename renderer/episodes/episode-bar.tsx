import { useNavigate } from '@tanstack/react-router'
import type { Episode } from '../../shared/episodes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { DateText } from '../ui/words.tsx'
import css from './episode.module.css'
import { kindWords } from './episode-words.ts'
import type { Open } from './open-part.ts'

/** What the episode still lacks, in the order an insurer asks for it; else the next visit. */
function nextStep(episode: Episode): { words: string; open: Open | null } {
  if (episode.diagnoses.length === 0) return { words: 'Add diagnosis', open: { part: 'diagnosis', diagnosis: null } }
  const newest = episode.prescriptions[0]?.use.state
  if (newest === undefined || newest === 'used-up' || newest === 'expired')
    return { words: 'Add prescription', open: { part: 'prescription', prescription: null } }
  if (episode.goals.length === 0) return { words: 'Set a goal', open: { part: 'goal', goal: null } }
  return { words: 'Book a visit', open: null }
}

/** Names the episode, says whether it is open, and offers the next step; while a part is being written, saving that is the next step. */
export function EpisodeBar({ episode, isWriting, onOpen }: { episode: Episode; isWriting: boolean; onOpen: (open: Open) => void }) {
  const navigate = useNavigate()
  const reopen = useCommand('episodes.reopen')
  const isClosed = episode.closedOn !== null
  const step = nextStep(episode)
  const act = () => (step.open ? onOpen(step.open) : void navigate({ to: '/calendar', search: { book: episode.patientId } }))
  const again = () => reopen.mutate({ episodeId: episode.id })
  useHotkey({ keys: 'mod+enter', label: isClosed ? 'Reopen episode' : step.words, run: isClosed ? again : act })
  return (
    <div className={css.bar}>
      <h2>{episode.condition}</h2>
      <span className={css.second}>{kindWords(episode.kind)}</span>
      <span className={css.grow}>
        {episode.closedOn ? (
          <Status icon="check" tone="over">
            Closed <DateText day={episode.closedOn} form="short" />
            {episode.closeReason && `: ${episode.closeReason}`}
          </Status>
        ) : (
          <Status icon="dot">
            Open since <DateText day={episode.openedOn} form="short" />
          </Status>
        )}
      </span>
      {reopen.error && <span className={css.refusal}>{reopen.error.message}</span>}
      {isClosed ? (
        <Button kind="primary" keys="mod+enter" busy={reopen.isPending} onClick={again}>
          Reopen episode
        </Button>
      ) : (
        <>
          <Button onClick={() => onOpen({ part: 'close' })}>Close episode</Button>
          <Button kind={isWriting ? 'outlined' : 'primary'} keys={isWriting ? undefined : 'mod+enter'} onClick={act}>
            {step.words}
          </Button>
        </>
      )}
    </div>
  )
}
