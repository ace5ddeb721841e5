import { useQuery } from '@tanstack/react-query'
import { formatWeekday } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from './button.tsx'
import css from './estimate-step.module.css'
import { Icon } from './icons.tsx'
import { Problem } from './messages.tsx'

/** After booking: whether the patient is now owed a good faith estimate, and the way to it. Nothing where none is due. */
export function EstimateStep({ patientId }: { patientId: PatientId }) {
  const { data: standing } = useQuery(ask('estimates.getStanding', { patientId }))
  if (standing?.state !== 'due') return null
  return (
    <div className={css.step} role="status">
      <Icon name="estimate" size={16} />
      <span>
        {standing.dueOn !== null && <b>Good faith estimate due by {formatWeekday(standing.dueOn)}. </b>}
        {standing.sentence}
      </span>
      <MakeEstimate patientId={patientId} />
    </div>
  )
}

/** The way to a patient’s estimate. */
export function MakeEstimate({ patientId }: { patientId: PatientId }) {
  return (
    <ButtonLink kind="text" size="small" to="/estimates/$patientId" params={{ patientId }}>
      Make estimate
    </ButtonLink>
  )
}

/** At check-in: will the patient send the superbill to an insurer? One press keeps the answer. */
export function AskSubmit({ patientId, patientName }: { patientId: PatientId; patientName: string }) {
  const keep = useCommand('estimates.answerSubmit')
  const look = { kind: 'text', size: 'small', busy: keep.isPending } as const
  return (
    <>
      <Button {...look} label={`Yes, ${patientName} will send the superbill to an insurer`} onClick={() => keep.mutate({ patientId, answer: 'yes' })}>
        Yes
      </Button>
      <Button {...look} label={`No, ${patientName} pays alone`} onClick={() => keep.mutate({ patientId, answer: 'no' })}>
        No
      </Button>
      <Problem error={keep.error} />
    </>
  )
}
