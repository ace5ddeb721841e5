import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { EstimateDue } from '../../shared/estimates/schema.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { formatDate, formatMonthDay } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { todayHere } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { MakeEstimate } from '../ui/estimate-step.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen, Section } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { DateText, Money } from '../ui/words.tsx'
import css from './estimates.module.css'

type Given = Output<'estimates.list'>['given'][number]

/** Good faith estimates: to whom one is due, the soonest first, and those given. */
export function EstimatesScreen() {
  const list = useQuery(ask('estimates.list', {}))
  return (
    <Screen title="Estimates" ground="surface" note={<BillingTabs />}>
      <Column label="Good faith estimates" ground="surface">
        <Problem error={list.error} />
        {list.isPending && <Waiting />}
        {list.data && (
          <div className={css.lists}>
            <Section title="Due">
              {list.data.due.length === 0 ? (
                <Empty title="No estimate is due." icon="check">
                  One is due soon after a self-pay patient books three business days ahead or more, and when somebody asks.
                </Empty>
              ) : (
                <DueTable rows={list.data.due} />
              )}
            </Section>
            {list.data.given.length > 0 && (
              <Section title="Given">
                <GivenTable rows={list.data.given} />
              </Section>
            )}
          </div>
        )}
      </Column>
    </Screen>
  )
}

function DueTable({ rows }: { rows: readonly EstimateDue[] }) {
  const today = todayHere()
  return (
    <Table
      caption="Estimates due"
      rows={rows}
      keyOf={row => row.patientId}
      columns={[
        {
          title: 'Due',
          width: '120px',
          cell: ({ standing: { dueOn } }) => dueOn !== null && <span className={cx(dueOn <= today && css.urgent)}>{formatDate(dueOn)}</span>,
        },
        {
          title: 'Patient',
          width: '28%',
          cell: ({ patientId, patientName }) => (
            <TextLink to="/patients/$patientId" params={{ patientId }}>
              {patientName}
            </TextLink>
          ),
        },
        { title: 'Why', cell: ({ standing }) => standing.sentence },
        { title: 'Next step', width: '140px', cell: ({ patientId }) => <MakeEstimate patientId={patientId} /> },
      ]}
    />
  )
}

function GivenTable({ rows }: { rows: readonly Given[] }) {
  const navigate = useNavigate()
  return (
    <Table
      caption="Estimates given"
      rows={rows}
      keyOf={paper => paper.id}
      onOpen={paper => void navigate({ to: '/documents/$documentId', params: { documentId: paper.id } })}
      columns={[
        { title: 'Given', width: '120px', cell: paper => <DateText day={paper.issuedOn} /> },
        { title: 'Patient', width: '28%', cell: paper => paper.patientName },
        { title: 'Number', width: '200px', cell: paper => (paper.version > 1 ? `${paper.number}, version ${paper.version}` : paper.number) },
        { title: 'Covers', cell: paper => paper.from !== null && paper.to !== null && `${formatMonthDay(paper.from)} to ${formatDate(paper.to)}` },
        { title: 'Expected', width: '100px', align: 'right', cell: paper => paper.total !== null && <Money cents={paper.total} /> },
      ]}
    />
  )
}
