import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { BATCH_PAGE, type BatchPreview, type BatchRequest, type BatchShow } from '../../shared/documents/batch.ts'
import { type Days, monthOf } from '../../shared/documents/batch-days.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import css from './batch.module.css'
import { BatchOptions, type Options, USUAL_OPTIONS } from './batch-options.tsx'
import { BatchPager } from './batch-pager.tsx'
import { BatchTable, type Fixing } from './batch-table.tsx'
import { counted, daysInWords, lastFinishedMonth, monthChoices, OTHER_DAYS, sumInWords } from './batch-words.ts'

const route = getRouteApi('/billing/superbills')

function printWords(count: number, { ready, without }: { ready: number; without: number }): string {
  if (count === 0) return 'Nothing to print'
  if (ready === 0 && without === 0) return `Print ${counted(count, 'superbill')} again`
  return without === 0 ? `Issue and print ${counted(count, 'superbill')}` : `Issue and print, without ${counted(without, 'patient')}`
}

/** The last finished month; this one where nothing was charged in that. */
function useUsualDays(today: LocalDate): Days | null {
  const last = lastFinishedMonth(today)
  const preview = useQuery(ask('documents.previewBatch', { ...last, show: 'all', offset: 0 }))
  if (!preview.data) return preview.error ? last : null
  return preview.data.counts.all > 0 ? last : monthOf(today)
}

/** What a month of superbills would hold, whom to leave out, and how it is printed. Days and filter stand in the address, for coming back to them. */
export function BatchPlan({ onStart, children }: { onStart: (request: Omit<BatchRequest, 'jobId'>) => void; children: ReactNode }) {
  const today = todayHere()
  const usual = useUsualDays(today)
  const { from, to, show = 'all', offset = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  const [without, setWithout] = useState<ReadonlySet<PatientId>>(new Set())
  const [options, setOptions] = useState<Options>(USUAL_OPTIONS)
  const [fixing, setFixing] = useState<Fixing | null>(null)
  const days = from && to ? { from, to } : usual
  const range = days ?? monthOf(today)
  const preview = useQuery({ ...ask('documents.previewBatch', { ...range, show, offset }), placeholderData: keepPreviousData, enabled: days !== null })
  const choose = (next: Days) => {
    void navigate({ search: { ...next, show }, replace: true })
    setWithout(new Set())
  }
  const filter = (next: BatchShow) => void navigate({ search: { from, to, show: next }, replace: true })
  const turn = (next: number) => void navigate({ search: { from, to, show, offset: next }, replace: true })
  const count = preview.data ? preview.data.counts.ready + (options.again ? preview.data.counts.issued : 0) : 0
  const start = () => onStart({ ...range, ...options, patientIds: null, without: [...without] })
  useHotkey({ keys: 'mod+enter', label: 'Issue and print', run: start, enabled: count > 0 && !preview.isPlaceholderData && fixing === null })
  const print = (
    <Button kind={fixing ? 'outlined' : 'primary'} icon="printer" keys="mod+enter" disabled={count === 0 || preview.isPlaceholderData} onClick={start}>
      {printWords(count, { ready: preview.data?.counts.ready ?? 0, without: without.size })}
    </Button>
  )
  return (
    <Screen title="Superbills" ground="surface" note={<BillingTabs />} actions={print}>
      <Columns template="minmax(0, 1fr)">
        <Column label="Superbills" ground="surface">
          {children}
          <div className={css.choices}>
            <Period today={today} days={range} onChoose={choose} />
            <BatchOptions options={options} issued={preview.data?.counts.issued ?? 0} onChange={setOptions} />
          </div>
          <Problem error={preview.error} />
          {!preview.data && !preview.error && <Waiting words="Reading the month…" />}
          {preview.data && preview.data.counts.all === 0 && (
            <Empty title="No visit was charged in these days." icon="receipt">
              Check visits out first, or choose another month.
            </Empty>
          )}
          {preview.data && preview.data.counts.all > 0 && (
            <>
              <p className={css.sum}>{sumInWords(preview.data)}</p>
              <Filter preview={preview.data} show={show} onShow={filter} />
              <BatchTable rows={preview.data.rows} without={without} onWithout={setWithout} again={options.again} fixing={fixing} onFixing={setFixing} />
              <BatchPager offset={offset} page={BATCH_PAGE} total={preview.data.counts[show]} onTurn={turn} />
            </>
          )}
        </Column>
      </Columns>
    </Screen>
  )
}

function Period({ today, days, onChoose }: { today: LocalDate; days: Days; onChoose: (days: Days) => void }) {
  const [isOther, setOther] = useState(false)
  const month = monthOf(days.from)
  const isMonth = month.to === days.to && month.from === days.from && !isOther
  const pick = (value: string) => {
    const first = LocalDate.safeParse(value)
    setOther(!first.success)
    if (first.success) onChoose(monthOf(first.data))
  }
  const setDay = (part: keyof Days) => (value: string | null) => {
    const day = LocalDate.safeParse(value)
    if (day.success) onChoose({ ...days, [part]: day.data })
  }
  return (
    <div className={css.period}>
      <SelectField label="Month" value={isMonth ? days.from : OTHER_DAYS} onChange={pick} choices={monthChoices(today)} />
      {!isMonth && (
        <>
          <DateField label="From" name="from" value={days.from} onChange={setDay('from')} />
          <DateField label="To" name="to" value={days.to} onChange={setDay('to')} />
        </>
      )}
      <span className={css.hidden} role="status">
        {daysInWords(days)}
      </span>
    </div>
  )
}

function Filter({ preview: { counts }, show, onShow }: { preview: BatchPreview; show: BatchShow; onShow: (show: BatchShow) => void }) {
  return (
    <div className={css.filter}>
      <Segmented
        label="Show"
        size="small"
        value={show}
        onChange={onShow}
        choices={[
          { value: 'all', label: `All ${counts.all}` },
          { value: 'ready', label: `Ready ${counts.ready}` },
          { value: 'missing', label: `Missing something ${counts.missing}` },
          { value: 'changed', label: `Changed ${counts.changed}` },
          { value: 'issued', label: `Issued ${counts.issued}` },
        ]}
      />
    </div>
  )
}
