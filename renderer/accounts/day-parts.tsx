import type { MethodSum, Tally } from '../../shared/accounts/close-day.ts'
import type { DayFigures, DaySums, DayTask } from '../../shared/accounts/closing.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Status } from '../ui/chip.tsx'
import { METHODS } from '../ui/ledger-methods.ts'
import { Facts, Section } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { DateText, Money, TimeText } from '../ui/words.tsx'
import css from './accounts.module.css'

const TASKS = { 'unsigned-note': 'Note not signed', 'not-checked-out': 'Not checked out', 'still-booked': 'Nobody said whether they came' } as const

function TaskLink({ kind, appointmentId }: DayTask) {
  if (kind === 'unsigned-note')
    return (
      <ButtonLink size="small" to="/session/$appointmentId" params={{ appointmentId }}>
        Open the note
      </ButtonLink>
    )
  if (kind === 'not-checked-out')
    return (
      <ButtonLink size="small" to="/checkout/$appointmentId" params={{ appointmentId }}>
        Check out
      </ButtonLink>
    )
  return (
    <ButtonLink size="small" to="/calendar" search={{ visit: appointmentId }}>
      Open the visit
    </ButtonLink>
  )
}

/** What should be settled before the day is closed. The day can be closed all the same. */
export function DayTasks({ tasks }: { tasks: readonly DayTask[] }) {
  if (tasks.length === 0) return null
  return (
    <Section title="To do first" note="The day can be closed all the same; what is charged later stands in the next closing.">
      <ul className={css.tasks}>
        {tasks.map(task => (
          <li key={`${task.appointmentId} ${task.kind}`}>
            <span className={css.nowrap}>
              <DateText day={dayOf(task.startsAt)} form="weekday" />, <TimeText at={task.startsAt} />
            </span>
            <span className={css.name}>{task.who}</span>
            <span className={css.state}>
              <Status icon="warning" tone="act">
                {TASKS[task.kind]}
              </Status>
            </span>
            <span className={css.taskLink}>
              <TaskLink {...task} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const methodName = (method: MethodSum['method']) => METHODS.find(({ value }) => value === method)?.label ?? method

function Counted({ count, amount }: Tally) {
  if (count === 0) return <span className={css.quiet}>–</span>
  return (
    <>
      <span className={css.quiet}>({count}) </span>
      <Money cents={amount} />
    </>
  )
}

const sumOf = (methods: readonly MethodSum[], pick: (method: MethodSum) => Tally): Tally => ({
  count: methods.reduce((all, method) => all + pick(method).count, 0),
  amount: cents(methods.reduce((all, method) => all + pick(method).amount, 0)),
})

/** What came in and went out, by method and in all. */
export function MethodTable({ sums: { methods, net } }: { sums: DaySums }) {
  if (methods.length === 0) return <p className={css.quiet}>No money changed hands.</p>
  const foot = (
    <tr className={css.sum}>
      <td>All</td>
      {([({ received }) => received, ({ refunded }) => refunded, ({ voided }) => voided] as ((method: MethodSum) => Tally)[]).map((pick, i) => (
        <td key={['received', 'refunded', 'voided'][i]} style={{ textAlign: 'right' }}>
          <Counted {...sumOf(methods, pick)} />
        </td>
      ))}
      <td style={{ textAlign: 'right', paddingRight: 0 }}>
        <Money cents={net} />
      </td>
    </tr>
  )
  return (
    <Table
      caption="Received and given back"
      rows={methods}
      keyOf={({ method }) => method}
      columns={[
        { title: 'Method', cell: ({ method }) => methodName(method) },
        { title: 'Received', align: 'right', cell: ({ received }) => <Counted {...received} /> },
        { title: 'Given back', align: 'right', cell: ({ refunded }) => <Counted {...refunded} /> },
        { title: 'Voided', align: 'right', cell: ({ voided }) => <Counted {...voided} /> },
        { title: 'Total', align: 'right', cell: row => <Money cents={row.net} /> },
      ]}
      foot={foot}
    />
  )
}

type Single = { key: string; who: string; what: string; remark: string; amount: Cents }

function singles({ voids, refunds, checks }: DaySums): Single[] {
  return [
    ...voids.map((payment, i) => ({
      key: `void ${i}`,
      who: payment.patientName,
      what: `Voided, ${methodName(payment.method).toLowerCase()}`,
      remark: payment.isEarlier ? `${payment.reason} · an earlier closing counted it` : payment.reason,
      amount: cents(0 - payment.amount),
    })),
    ...refunds.map((payment, i) => ({
      key: `refund ${i}`,
      who: payment.patientName,
      what: `Given back, ${methodName(payment.method).toLowerCase()}`,
      remark: payment.remark,
      amount: cents(0 - payment.amount),
    })),
    ...checks.map((payment, i) => ({ key: `check ${i}`, who: payment.patientName, what: 'Check', remark: payment.reference, amount: payment.amount })),
  ]
}

/** What was voided, what was given back, and each check for the bank, one by one. */
export function SinglePayments({ sums }: { sums: DaySums }) {
  const rows = singles(sums)
  if (rows.length === 0) return null
  return (
    <Section title="Voided, given back, and checks">
      <Table
        caption="Voided, given back, and checks"
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { title: 'Patient', cell: ({ who }) => <span className={css.name}>{who}</span> },
          { title: 'What', cell: ({ what }) => what },
          { title: 'Remark', cell: ({ remark }) => remark },
          { title: 'Amount', align: 'right', cell: ({ amount }) => <Money cents={amount} /> },
        ]}
      />
    </Section>
  )
}

const counted = ({ count, amount }: Tally) => (count === 0 ? 'none' : `${count}, ${formatMoney(amount)}`)

/** What else happened: charged, let go, sold ahead and used. */
export function DayFiguresPart({ figures }: { figures: DayFigures }) {
  const { visits, invoices, invoicesVoided, salesTax, packagesSold, packagesUsed, discounts, writeOffs, adjustments, creditNotes } = figures
  return (
    <Section title="What else happened">
      <div className={css.figures}>
        <Facts
          facts={[
            ['Visits', `${visits} checked out`],
            ['Invoices', counted(invoices)],
            ['Voided', counted(invoicesVoided)],
            ['Sales tax', formatMoney(salesTax)],
          ]}
        />
        <Facts
          facts={[
            ['Discounts', counted(discounts)],
            ['Write-offs', counted(writeOffs)],
            ['Adjustments', counted(adjustments)],
            ['Credit notes', counted(creditNotes)],
          ]}
        />
        <Facts
          facts={[
            ['Packages sold', counted(packagesSold)],
            ['Packages used', counted(packagesUsed)],
          ]}
        />
      </div>
    </Section>
  )
}
