import { type RefObject, useEffect, useRef } from 'react'
import type { Appointment, CheckInItem } from '../../shared/appointments/schema.ts'
import { formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import { TextLink } from '../lib/links.tsx'
import { ActionMenu } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { CheckIn } from '../ui/check-in.tsx'
import { Status } from '../ui/chip.tsx'
import { cx } from '../ui/cx.ts'
import { Problem } from '../ui/messages.tsx'
import { Meter } from '../ui/meter.tsx'
import { CallInPlace } from './call-in-place.tsx'
import { remember, useTried } from './desk-memory.ts'
import css from './today.module.css'
import { menuOf, type OpenPart, useVisitSteps } from './use-visit-steps.ts'
import { type Around, isOff, nextStepOf, reasonWords, standingOf, stepWords, visitNumberWords } from './visit-words.ts'

/** What a row knows besides its visit. */
export type RowFacts = {
  readonly now: LocalDateTime
  readonly isInTurn: boolean
  readonly missing: readonly CheckInItem[]
  readonly fits: number
  /** More than one practitioner works today: their name is said. */
  readonly saysWho: boolean
}

/** What tells the next step of a visit, what was tried at this desk included. */
export function useAround(visit: Appointment | undefined, { now, isInTurn, missing, fits }: Omit<RowFacts, 'saysWho'>): Around {
  const isTried = useTried()
  const needsIntake = visit?.isFirstVisit === true && missing.some(({ kind }) => kind === 'intake') && !isTried('intake', visit.id)
  return { now, isInTurn, needsIntake, isCalled: visit !== undefined && isTried('call', visit.id), fits }
}

function Reason({ visit, facts }: { visit: Appointment; facts: RowFacts }) {
  const use = visit.prescription
  const off = isOff(visit)
  const words = [reasonWords(visit, facts), facts.saysWho ? visit.practitionerName : ''].filter(Boolean).join(' · ')
  const number = off ? '' : visitNumberWords(visit)
  return (
    <div className={css.reason}>
      <span className={css.words} title={words}>
        {words}
      </span>
      {(number || use?.allowed) && !off && (
        <span className={css.number}>
          {use?.allowed && <Meter size="small" used={use.used} total={use.allowed} now={use.hasVisitToday} />}
          {number}
        </span>
      )}
    </div>
  )
}

type VisitRowProps = { visit: Appointment; facts: RowFacts; openPart: OpenPart['part'] | null; onOpen: (part: OpenPart | null) => void; tabIndex: 0 | -1 }

/** Keeps the keyboard in the row when what was missing is settled and its button is gone: Enter takes the next step. */
function useFocusOnceSettled(row: RefObject<HTMLLIElement | null>, isSettled: boolean): void {
  useEffect(() => {
    if (isSettled && document.activeElement === document.body) row.current?.focus()
  }, [row, isSettled])
}

/** One visit of the day: when, who and why, how it stands, and the one next step. On the focused row Enter takes it; what it opens stands below. */
export function VisitRow({ visit, facts, openPart, onOpen, tabIndex }: VisitRowProps) {
  const steps = useVisitSteps(visit, onOpen)
  const step = nextStepOf(visit, useAround(visit, facts))
  const standing = standingOf(visit, facts.now)
  const words = stepWords(step, visit)
  const { isInTurn } = facts
  const row = useRef<HTMLLIElement>(null)
  useFocusOnceSettled(row, openPart === 'check-in' && facts.missing.length === 0)
  const called = () => {
    remember('call', visit.id)
    onOpen(null)
  }
  return (
    <li
      ref={row}
      className={cx(css.item, isInTurn && css.now, visit.status === 'checked-out' && css.done, isOff(visit) && css.off)}
      aria-label={`${formatTime(visit.startsAt)}, ${visit.patientName}`}
      aria-current={isInTurn || undefined}
      tabIndex={tabIndex}
      data-visit
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        steps.take(step)
      }}
    >
      <div className={css.visit}>
        <div className={css.time}>
          <b>{formatTime(visit.startsAt)}</b>
          {visit.minutes} min
        </div>
        <span className={css.bar} />
        <div className={css.who}>
          <div className={css.name}>
            <TextLink to="/patients/$patientId" params={{ patientId: visit.patientId }}>
              {visit.patientName}
            </TextLink>
          </div>
          <Reason visit={visit} facts={facts} />
        </div>
        <div className={css.standing}>
          <Status icon={standing.icon} tone={standing.tone}>
            {standing.words}
          </Status>
          {visit.status === 'arrived' && facts.missing.length > 0 && (
            <Button
              kind="text"
              size="small"
              className={css.missing}
              pressed={openPart === 'check-in'}
              label={`${facts.missing.length} missing: ${visit.patientName}`}
              onClick={() => onOpen(openPart === 'check-in' ? null : { id: visit.id, part: 'check-in' })}
            >
              {facts.missing.length} missing
            </Button>
          )}
        </div>
        <Button
          kind={isInTurn ? 'primary' : 'outlined'}
          size={isInTurn ? 'medium' : 'small'}
          className={css.step}
          busy={steps.isBusy}
          pressed={step === 'call' ? openPart === 'call' : undefined}
          onClick={() => (step === 'call' && openPart === 'call' ? onOpen(null) : steps.take(step))}
          label={`${words}: ${visit.patientName}`}
        >
          {words}
        </Button>
        <span className={css.more}>
          <ActionMenu label={`More for ${visit.patientName}`} actions={menuOf(visit, step, steps, onOpen)} />
        </span>
      </div>
      {(steps.error || openPart === 'call' || (openPart === 'check-in' && facts.missing.length > 0)) && (
        <div className={css.below}>
          <Problem error={steps.error} />
          {openPart === 'call' && <CallInPlace visit={visit} onDone={called} />}
          {openPart === 'check-in' && facts.missing.length > 0 && <CheckIn appointmentId={visit.id} />}
        </div>
      )}
    </li>
  )
}
