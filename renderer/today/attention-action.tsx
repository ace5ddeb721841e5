import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../shared/lib/dates.ts'
import { RE_EVALUATION } from '../../shared/reports/attention-words.ts'
import type { AttentionItem, Today } from '../../shared/reports/schema.ts'
import { useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'

function LetterAction({ item }: { item: Extract<AttentionItem, { kind: 'letter' | 'prescription' }> }) {
  const navigate = useNavigate()
  const begin = useCommand('documents.beginLetter')
  if (item.kind === 'letter' && item.letterId) {
    return (
      <ButtonLink kind="text" size="small" to="/letters/$letterId" params={{ letterId: item.letterId }}>
        Review letter
      </ButtonLink>
    )
  }
  const write = () =>
    begin.mutate(
      { episodeId: item.episodeId, kind: item.letterKind },
      { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) },
    )
  return (
    <>
      <Button kind="text" size="small" busy={begin.isPending} onClick={write}>
        {item.kind === 'letter' ? 'Write letter' : 'Ask to renew'}
      </Button>
      <Problem error={begin.error} />
    </>
  )
}

function BackUpAction() {
  const backUp = useCommand('data.backUp')
  return (
    <>
      <Button kind="text" size="small" busy={backUp.isPending} onClick={() => backUp.mutate({})}>
        Back up now
      </Button>
      <Problem error={backUp.error} />
    </>
  )
}

/** Writes the re-evaluation on today’s visit, where the practitioner and the day sheet see it. */
function AddReEvaluation({ visit }: { visit: Today['visits'][number] | undefined }) {
  const save = useCommand('appointments.save')
  if (!visit) return null
  const { id, episodeId, remark, patientName } = visit
  const write = (words: string, onSuccess: () => void) => save.mutate({ appointmentId: id, episodeId, remark: words }, { onSuccess })
  const add = () =>
    write(
      [remark, RE_EVALUATION]
        .filter(words => words !== '')
        .join('. ')
        .slice(0, 200),
      () => offerUndo(`${patientName}: re-evaluation is written on the visit.`, () => write(remark, () => undefined)),
    )
  return (
    <>
      <Button kind="text" size="small" busy={save.isPending} onClick={add}>
        Add to visit
      </Button>
      <Problem error={save.error} />
    </>
  )
}

/** The one step that settles a row of what needs attention. */
export function AttentionAction({ item, visits }: { item: AttentionItem; visits: Today['visits'] }): ReactNode {
  switch (item.kind) {
    case 'unsigned-note':
      return (
        <ButtonLink kind={item.isReady ? 'outlined' : 'text'} size="small" to="/session/$appointmentId" params={{ appointmentId: item.appointmentId }}>
          {item.isReady ? 'Sign note' : 'Finish'}
        </ButtonLink>
      )
    case 'not-checked-out':
      return (
        <ButtonLink kind="text" size="small" to="/checkout/$appointmentId" params={{ appointmentId: item.appointmentId }}>
          Check out
        </ButtonLink>
      )
    case 'balance':
      return (
        <ButtonLink kind="text" size="small" to="/patients/$patientId" params={{ patientId: item.patientId }} search={{ tab: 'billing' }}>
          Take payment
        </ButtonLink>
      )
    case 'clearance':
      return (
        <ButtonLink kind="text" size="small" to="/patients/$patientId/health" params={{ patientId: item.patientId }} search={{ clearance: item.item }}>
          Renew
        </ButtonLink>
      )
    case 'estimate':
      return (
        <ButtonLink kind="text" size="small" to="/estimates/$patientId" params={{ patientId: item.patientId }}>
          Make estimate
        </ButtonLink>
      )
    case 'prescription':
    case 'letter':
      return <LetterAction item={item} />
    case 'benefit':
      return (
        <ButtonLink kind="text" size="small" to="/episodes/$episodeId" params={{ episodeId: item.episodeId }}>
          Open episode
        </ButtonLink>
      )
    case 'in-the-way':
      return (
        <ButtonLink kind="text" size="small" to="/calendar" search={{ view: 'day', day: item.day, visit: item.appointmentId }}>
          Move
        </ButtonLink>
      )
    case 'waitlist':
      return (
        <ButtonLink kind="text" size="small" to="/calendar" search={{ view: 'day', day: dayOf(item.startsAt), waitlist: item.waitlistId }}>
          Offer
        </ButtonLink>
      )
    case 'reminders':
      return (
        <ButtonLink kind="text" size="small" to="/calls" search={{ day: item.day }}>
          Call
        </ButtonLink>
      )
    case 're-evaluation':
      return <AddReEvaluation visit={visits.find(({ id }) => id === item.appointmentId)} />
    case 'backup':
      return <BackUpAction />
  }
}
