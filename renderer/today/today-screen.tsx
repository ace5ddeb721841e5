import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatLongDay } from '../../shared/lib/dates.ts'
import { PractitionerId } from '../../shared/lib/ids.ts'
import type { Today } from '../../shared/reports/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { MissedVisitPanel } from '../ui/missed-visit.tsx'
import { OfferTheTime } from '../ui/offer-the-time.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Attention } from './attention.tsx'
import { DayList } from './day-list.tsx'
import { countWords, type Working, workingToday } from './day-rows.ts'
import css from './today.module.css'
import { type OpenPart, useVisitSteps } from './use-visit-steps.ts'
import { useWallNow } from './use-wall-now.ts'
import { isOff, nextStepOf, visitInTurn } from './visit-words.ts'

/** The records tell of every change by themselves; the clock and midnight do not. */
const AGAIN_MS = 30_000
const EVERYBODY = 'everybody'

/** The day at one look: whose turn it is and the next step of each visit on the left, what waits for somebody on the right. */
export function TodayScreen() {
  const today = useQuery({ ...ask('reports.today', {}), refetchInterval: AGAIN_MS })
  if (today.data) return <Day today={today.data} />
  return today.error ? <Problem error={today.error} /> : <Waiting />
}

function Day({ today }: { today: Today }) {
  const now = useWallNow()
  const [chosen, setChosen] = useState<PractitionerId | null>(null)
  const [opened, setOpened] = useState<OpenPart | null>(null)
  const navigate = useNavigate()
  const workers = workingToday(today.visits)
  const of = workers.some(({ id }) => id === chosen) ? chosen : null
  const visits = today.visits.filter(({ practitionerId }) => of === null || practitionerId === of)
  const inTurn = visitInTurn(visits)
  const steps = useVisitSteps(inTurn, setOpened)
  const newVisit = () => void navigate({ to: '/calendar', search: { view: 'day', new: true } })
  const next = () => inTurn && steps.take(nextStepOf(inTurn, { now, isInTurn: true, needsIntake: false, isCalled: false, fits: 0 }))
  useHotkey({ keys: 'mod+enter', label: 'Next step of the visit in turn', run: next, enabled: inTurn !== undefined })
  useHotkey({ keys: 'n', label: 'New visit', run: newVisit })
  useHotkey({ keys: 'v', label: 'Go to the visits; Up and Down move, Enter takes the next step', run: focusVisits })
  return (
    <Screen title="Today" head={null}>
      <Columns template="minmax(0, 1fr) clamp(340px, 32%, 452px)">
        <Column label="Today’s visits" className={css.visits}>
          <Head today={today} workers={workers} of={of} onChoose={setChosen} onNew={newVisit} />
          <Problem error={steps.error} />
          {today.visits.length === 0 && today.blocks.length === 0 ? (
            <NoVisits closedBecause={today.closedBecause} onNew={newVisit} />
          ) : (
            <DayList today={today} of={of} now={now} workers={workers} inTurnId={inTurn?.id} opened={opened} onOpen={setOpened} />
          )}
        </Column>
        <Column label="Needs attention" ground="surface" padding="narrow">
          <header className={css.head} style={{ minHeight: 56 }}>
            <h2>Needs attention</h2>
            <span className={css.note}>{today.attention.length > 0 && today.attention.length}</span>
          </header>
          <Attention today={today} />
        </Column>
      </Columns>
      <AtTheSide today={today} opened={opened} onClose={() => setOpened(null)} />
    </Screen>
  )
}

const focusVisits = () => document.querySelector<HTMLElement>('[data-visit][tabindex="0"]')?.focus()

/** What a row opens at the side: why a visit is off and what that costs, or who could take its time. */
function AtTheSide({ today, opened, onClose }: { today: Today; opened: OpenPart | null; onClose: () => void }) {
  const visit = today.visits.find(({ id }) => id === opened?.id)
  if (!visit || !opened) return null
  if (opened.part === 'fill') return <OfferTheTime visit={visit} onClose={onClose} />
  if (opened.part !== 'cancelled' && opened.part !== 'no-show') return null
  return <MissedVisitPanel appointmentId={visit.id} patientName={visit.patientName} status={opened.part} onClose={onClose} />
}

type HeadProps = { today: Today; workers: readonly Working[]; of: PractitionerId | null; onChoose: (of: PractitionerId | null) => void; onNew: () => void }

function Head({ today: { day, visits, closedBecause }, workers, of, onChoose, onNew }: HeadProps) {
  const openSheet = useCommand('documents.openDaySheet')
  const shown = visits.filter(({ practitionerId }) => of === null || practitionerId === of)
  const choices = [{ value: EVERYBODY, label: 'Everybody' }, ...workers.map(({ id, name }) => ({ value: id as string, label: name }))]
  return (
    <>
      <header className={css.head}>
        <h1>{formatLongDay(day)}</h1>
        <span className={css.note}>{shown.length > 0 && countWords(shown)}</span>
        {workers.length > 1 && (
          <SelectField
            label="Practitioner"
            bare
            className={css.filter}
            value={of ?? EVERYBODY}
            choices={choices}
            onChange={value => onChoose(PractitionerId.safeParse(value).data ?? null)}
          />
        )}
        <Button kind="text" size="small" icon="printer" busy={openSheet.isPending} onClick={() => openSheet.mutate({ day, practitionerId: of })}>
          Day sheet
        </Button>
        <Button icon="plus" size="small" keys="n" onClick={onNew}>
          New visit
        </Button>
      </header>
      <Problem error={openSheet.error} />
      {closedBecause !== '' && shown.some(visit => !isOff(visit)) && (
        <p className={css.closed} role="status">
          {closedBecause}. The visits below are booked all the same.
        </p>
      )}
    </>
  )
}

function NoVisits({ closedBecause, onNew }: { closedBecause: string; onNew: () => void }) {
  return (
    <Empty
      title={closedBecause === '' ? 'No visits today.' : `${closedBecause}.`}
      icon="calendar"
      action={
        <Button kind="primary" keys="n" onClick={onNew}>
          Book a visit
        </Button>
      }
    >
      {closedBecause === '' ? 'Visits booked for today stand here in order, each with its next step.' : 'No visits are booked for today.'}
    </Empty>
  )
}
