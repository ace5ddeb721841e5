import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayPreview } from '../../shared/accounts/closing.ts'
import { formatDate, formatTime, type LocalDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask } from '../lib/api.ts'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen, Section } from '../ui/screen.tsx'
import css from './accounts.module.css'
import { Closings } from './closings.tsx'
import { DayFiguresPart, DayTasks, MethodTable, SinglePayments } from './day-parts.tsx'
import { DrawerForm } from './drawer-form.tsx'

function sinceWords({ since, isFirst }: DayPreview): string {
  if (since.closedAt !== null) return `since ${formatDate(since.from)}, ${formatTime(since.closedAt)}, when the day was closed last`
  return isFirst ? `since the morning of ${formatDate(since.from)}` : ''
}

/** Where the very first closing begins: what lies before is in no closing. */
function FirstDay({ preview, onChange }: { preview: DayPreview; onChange: (day: LocalDate | null) => void }) {
  const { leftOut, since } = preview
  const payments = leftOut.count === 1 ? '1 payment' : `${leftOut.count} payments`
  return (
    <div className={css.first}>
      <DateField label="First closing: count from" value={since.from} onChange={onChange} className={css.day} />
      <p className={css.second}>
        {leftOut.count === 0 ? 'Nothing was received before.' : `${payments} of ${formatMoney(leftOut.amount)} lie before and stay out of every closing.`}
      </p>
    </div>
  )
}

/** What came in since the day was last closed, counted, explained and kept for good; and the days closed before. */
export function CloseDayScreen() {
  const [from, setFrom] = useState<LocalDate | null>(null)
  const found = useQuery(ask('accounts.previewClosing', { from, float: null }))
  const preview = found.data
  return (
    <Screen title="Close the day" ground="surface" note={<BillingTabs />}>
      <Columns template={preview && preview.nothing === null ? 'minmax(0, 1fr) clamp(380px, 34%, 460px)' : 'minmax(0, 1fr)'}>
        <Column label="The day" ground="surface">
          <Problem error={found.error} />
          {!preview && !found.error && <Waiting />}
          {preview?.isFirst && <FirstDay preview={preview} onChange={setFrom} />}
          {preview && <Day preview={preview} />}
          <Closings />
        </Column>
        {preview && preview.nothing === null && <DrawerForm preview={preview} from={from} />}
      </Columns>
    </Screen>
  )
}

function Day({ preview }: { preview: DayPreview }) {
  const { nothing, tasks, sums } = preview
  if (nothing !== null)
    return (
      <>
        <Empty title="There is nothing to close." icon="check">
          {nothing}
        </Empty>
        <DayTasks tasks={tasks} />
      </>
    )
  return (
    <>
      <DayTasks tasks={tasks} />
      <Section title="Received and given back" note={sinceWords(preview)}>
        <MethodTable sums={sums} />
      </Section>
      <SinglePayments sums={sums} />
      <DayFiguresPart figures={sums.figures} />
    </>
  )
}
