import type { ReactNode } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { Meter } from '../ui/meter.tsx'
import { Facts } from '../ui/screen.tsx'
import { DateText, Money, TimeText } from '../ui/words.tsx'
import css from './visit-panel.module.css'
import { visitNumberWords } from './visit-panel-steps.ts'

type Fact = readonly [name: string, value: ReactNode]
const said = (name: string, value: string): readonly Fact[] => (value === '' ? [] : [[name, value]])

/** When, with whom, where, on which prescription: what one must know of a visit before doing something with it. */
export function VisitFacts({ visit }: { visit: Appointment }) {
  const use = visit.prescription
  const facts: readonly Fact[] = [
    [
      'When',
      <span key="when">
        <DateText day={dayOf(visit.startsAt)} form="weekday" />, <TimeText at={visit.startsAt} />, {visit.minutes} min
      </span>,
    ],
    ['With', visit.practitionerName],
    ...said('Service', visit.visitTypeName),
    ...said('Room', visit.roomName),
    ...said('Number', visitNumberWords(visit)),
    ...(use
      ? ([
          [
            'Prescription',
            <span key="use" className={css.use}>
              {use.allowed && <Meter size="small" used={use.used} total={use.allowed} now={use.hasVisitToday} />}
              {use.words}
            </span>,
          ],
        ] as const)
      : []),
    ['Phone', visit.phone || 'None on file'],
    ['Balance', <Money key="balance" cents={visit.balance} quietZero />],
    ...said('Remark', visit.remark),
    ...said('Reason', visit.cancelReason),
  ]
  return <Facts facts={facts} />
}
