import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LETTER_TITLES, LetterKind } from '../../shared/documents/progress-letter.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ActionMenu } from './action-menu.tsx'
import { Button } from './button.tsx'
import { Problem } from './messages.tsx'

type WriteLetterProps = {
  episodeId: EpisodeId
  /** The kind that fits now. */
  kind: LetterKind
  words?: string
  /** Whom it is about, for screen readers where several stand in a list. */
  about?: string
}

/** Begins a letter, or opens the draft already begun: the kind that fits at once, another one from the menu. The practitioner’s to do: the front desk does not see it. */
export function WriteLetter({ episodeId, kind, words = 'Write letter', about }: WriteLetterProps) {
  const person = useQuery(ask('access.status', {})).data?.person
  const navigate = useNavigate()
  const begin = useCommand('documents.beginLetter')
  const write = (chosen: LetterKind) =>
    begin.mutate({ episodeId, kind: chosen }, { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) })
  const others = LetterKind.options.filter(other => other !== kind).map(other => ({ words: LETTER_TITLES[other], run: () => write(other) }))
  if (person?.role === 'front-desk') return null
  return (
    <>
      <Problem error={begin.error} />
      <Button size="small" busy={begin.isPending} onClick={() => write(kind)} {...(about && { label: `${words} about ${about}` })}>
        {words}
      </Button>
      <ActionMenu label={about ? `Other letters about ${about}` : 'Other letters'} actions={others} />
    </>
  )
}
