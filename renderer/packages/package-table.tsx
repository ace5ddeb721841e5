import type { PackageId } from '../../shared/lib/ids.ts'
import type { SoldPackage } from '../../shared/packages/schema.ts'
import { Meter } from '../ui/meter.tsx'
import { Table } from '../ui/table.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { Money } from '../ui/words.tsx'
import { LastDay, StateOf } from './package-state.tsx'
import css from './packages.module.css'

/** What is left of a package, as words with a meter. */
export function Left({ one }: { one: SoldPackage }) {
  return (
    <span className={css.left}>
      <Meter used={one.amount - one.left} total={one.amount} size="small" label={one.leftWords} />
      <span>{one.leftWords}</span>
    </span>
  )
}

type PackageTableProps = { rows: readonly SoldPackage[]; selected: PackageId | null; onOpen: (row: SoldPackage) => void }

/** Packages sold; arrow keys and Enter open one at the side. */
export function PackageTable({ rows, selected, onOpen }: PackageTableProps) {
  const isNarrow = useNarrow()
  const isShort = selected !== null || isNarrow
  return (
    <Table
      caption="Packages"
      rows={rows}
      keyOf={row => row.id}
      selectedKey={selected}
      onOpen={onOpen}
      onFocusRow={row => selected && row.id !== selected && onOpen(row)}
      height="tall"
      columns={[
        { title: 'Patient', cell: row => <Whose row={row} /> },
        { title: 'Left', cell: row => (isShort ? row.leftWords : <Left one={row} />) },
        { title: 'Expires', width: '120px', cell: row => <LastDay one={row} /> },
        { title: 'Status', width: '136px', cell: row => <StateOf one={row} /> },
        ...(isShort
          ? []
          : [{ title: 'Value left', align: 'right' as const, width: '104px', cell: (row: SoldPackage) => <Money cents={row.rest} quietZero /> }]),
      ]}
    />
  )
}

function Whose({ row }: { row: SoldPackage }) {
  return (
    <span className={css.cell}>
      <span className={css.strong}>{row.patientName}</span>
      <span className={css.second}>{row.isShared ? `${row.name} · shared in the household` : row.name}</span>
    </span>
  )
}
