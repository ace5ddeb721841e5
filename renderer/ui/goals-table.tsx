import type { Goal } from '../../shared/episodes/schema.ts'
import { formatScore } from '../../shared/outcomes/measures.ts'
import css from './goals-table.module.css'
import { ProgressBar } from './meter.tsx'
import { Table } from './table.tsx'

const STATUS = { met: 'Met', 'partly-met': 'Partly met', 'in-progress': 'In progress', 'not-started': 'Not started' } as const satisfies Record<
  Goal['status'],
  string
>

const figure = (value: number | null, unit: string) => (value === null ? '' : `${formatScore(value)}${unit === '°' || unit === '%' ? unit : ''}`)

/** What treatment works toward, and how far it has come; measured goals say it by themselves. */
export function GoalsTable({ goals, onOpen }: { goals: readonly Goal[]; onOpen?: (goal: Goal) => void }) {
  return (
    <Table
      caption="Goals"
      rows={goals}
      keyOf={goal => goal.id}
      onOpen={onOpen}
      columns={[
        { title: 'Goal', cell: goal => goal.text },
        { title: 'Start', align: 'right', width: '52px', cell: goal => <span className={css.quiet}>{figure(goal.start, goal.unit)}</span> },
        { title: 'Now', align: 'right', width: '52px', cell: goal => <b>{figure(goal.current, goal.unit)}</b> },
        { title: 'Target', align: 'right', width: '60px', cell: goal => figure(goal.target, goal.unit) },
        {
          title: 'Progress',
          hideTitle: true,
          width: '112px',
          cell: goal => goal.progress !== null && <ProgressBar part={goal.progress} label={`${Math.round(goal.progress * 100)}% of the way`} />,
        },
        { title: 'Status', hideTitle: true, width: '88px', cell: goal => <span className={css.status}>{STATUS[goal.status]}</span> },
      ]}
    />
  )
}
