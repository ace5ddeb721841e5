import type { ReadinessFix } from '../../shared/billing/readiness-item.ts'
import type { BatchRow } from '../../shared/documents/batch.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { canFixHere, FixPanel } from '../billing/fix-panel.tsx'
import { useFix } from '../billing/use-fix.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Table } from '../ui/table.tsx'
import { Money } from '../ui/words.tsx'
import css from './batch.module.css'
import { CorrectionPanel } from './batch-correction.tsx'
import { counted, daysInWords, stateInWords } from './batch-words.ts'

const LOOKS = {
  ready: { icon: 'check', tone: 'plain' },
  missing: { icon: 'warning', tone: 'act' },
  changed: { icon: 'pencil', tone: 'act' },
  issued: { icon: 'double-check', tone: 'over' },
} as const

type Without = { without: ReadonlySet<PatientId>; onWithout: (without: ReadonlySet<PatientId>) => void; again: boolean }

/** What is being put right at the side of the list: a field that is missing, or a superbill whose records changed. */
export type Fixing = { row: BatchRow; fix: ReadinessFix | null }

type BatchTableProps = Without & { rows: readonly BatchRow[]; fixing: Fixing | null; onFixing: (fixing: Fixing | null) => void }

/** One superbill a row: how it stands, what is missing, and the one thing to do about it. */
export function BatchTable({ rows, without, onWithout, again, fixing, onFixing }: BatchTableProps) {
  const toggle = (patientId: PatientId) => {
    const next = new Set(without)
    if (!next.delete(patientId)) next.add(patientId)
    onWithout(next)
  }
  return (
    <>
      <Table
        caption="Superbills of these days"
        height="tall"
        rows={rows}
        keyOf={row => row.key}
        columns={[
          { title: 'Print', width: '52px', cell: row => printed(row, again) && <Include row={row} isIn={!without.has(row.patientId)} onToggle={toggle} /> },
          { title: 'Patient', cell: row => <Patient row={row} /> },
          { title: 'Visits', width: '230px', cell: row => <Visits row={row} /> },
          { title: 'Charged', width: '96px', align: 'right', cell: row => <Money cents={row.total} /> },
          { title: 'Paid', width: '96px', align: 'right', cell: row => <Money cents={row.paid} /> },
          { title: 'Superbill', width: '37%', cell: row => <Standing row={row} /> },
          {
            title: 'To do',
            width: '180px',
            align: 'right',
            cell: row => <ToDo row={row} onFix={fix => onFixing({ row, fix })} onCorrect={() => onFixing({ row, fix: null })} />,
          },
        ]}
      />
      {fixing?.fix && <Fix row={fixing.row} fix={fixing.fix} onClose={() => onFixing(null)} />}
      {fixing?.fix === null && <CorrectionPanel row={fixing.row} onClose={() => onFixing(null)} />}
    </>
  )
}

const printed = ({ state }: BatchRow, again: boolean) => state === 'ready' || (state === 'issued' && again)

function Include({ row, isIn, onToggle }: { row: BatchRow; isIn: boolean; onToggle: (patientId: PatientId) => void }) {
  return <input type="checkbox" className={css.include} checked={isIn} aria-label={`Print for ${row.patientName}`} onChange={() => onToggle(row.patientId)} />
}

function Patient({ row: { patientId, patientName, chartNumber } }: { row: BatchRow }) {
  return (
    <>
      <TextLink to="/patients/$patientId" params={{ patientId }} search={{ tab: 'documents' }}>
        <span className={css.name}>{patientName}</span>
      </TextLink>
      <span className={css.detail}>{chartNumber}</span>
    </>
  )
}

function Visits({ row }: { row: BatchRow }) {
  return (
    <>
      {counted(row.visits, 'visit')}
      <span className={css.detail}>{daysInWords(row)}</span>
    </>
  )
}

function Standing({ row }: { row: BatchRow }) {
  const { icon, tone } = LOOKS[row.state]
  const detail = row.problem || row.issued?.sentWords || ''
  return (
    <>
      <Status icon={icon} tone={tone}>
        {stateInWords(row)}
      </Status>
      {detail && <span className={css.problem}>{detail}</span>}
    </>
  )
}

function ToDo({ row, onFix, onCorrect }: { row: BatchRow; onFix: (fix: ReadinessFix) => void; onCorrect: () => void }) {
  const { fix, issued, state } = row
  const lead = useFix(row.patientId)
  if (state === 'changed')
    return (
      <Button size="small" onClick={onCorrect}>
        Issue version {(issued?.version ?? 1) + 1}
      </Button>
    )
  if (fix)
    return (
      <Button size="small" kind={state === 'ready' ? 'text' : 'outlined'} onClick={() => (canFixHere(fix) ? onFix(fix) : lead(fix))}>
        {fix.label}
      </Button>
    )
  if (!issued) return null
  return (
    <ButtonLink size="small" kind="text" to="/documents/$documentId" params={{ documentId: issued.id }}>
      Open
    </ButtonLink>
  )
}

function Fix({ row, fix, onClose }: { row: BatchRow; fix: ReadinessFix; onClose: () => void }) {
  const lead = useFix(row.patientId)
  return <FixPanel fix={fix} onClose={onClose} onElsewhere={() => lead(fix)} />
}
