import { motionLabel, motionOf } from '../../shared/notes/rom.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { NumberCell } from './number-cell.tsx'
import { takeOut } from './remove-button.tsx'
import { type Side, type SidedRow, SidedTable } from './sided-table.tsx'
import { fieldId, type Writing } from './writing.ts'

type Measured = NoteContent['rom'][number]

const SIDE_WORDS = { left: ', left', right: ', right', value: '' } as const

/** Range of motion joint by joint: last time, left and right today, the usual full range. A value that differs from last time’s is tinted. */
export function RomTable({ writing: { content, last, change } }: { writing: Writing }) {
  const write = (make: (rom: Measured[]) => Measured[]) => change(was => ({ ...was, rom: make(was.rom) }))
  const rows = content.rom.map((measured): SidedRow & { measured: Measured; before: Measured | undefined } => {
    const { motion, joint, name, isTwoSided } = motionOf(measured.motion)
    const fullName = motionLabel(motion)
    const onRemove = () => takeOut({ entry: measured, name: fullName, isSame: one => one.motion === motion, write })
    const before = last?.rom.find(one => one.motion === motion)
    return { key: motion, group: joint, name, fullName, isTwoSided, measured, before, onRemove }
  })
  if (rows.length === 0) return null
  return (
    <SidedTable
      caption="Range of motion in degrees"
      title="Motion"
      rows={rows}
      below={fieldId(content.strength.length > 0 ? 'strength' : 'exam')}
      was={({ before }, side) => degrees(before?.[side] ?? null)}
      last={{ title: 'Normal', of: ({ measured }) => degrees(motionOf(measured.motion).normalDegrees) }}
      cell={({ measured, before, fullName }, side) => {
        const was = before?.[side] ?? null
        const now = measured[side]
        return (
          <NumberCell
            label={`${fullName}${SIDE_WORDS[side]}, degrees${comparison(was, now)}`}
            min={0}
            max={200}
            unit="°"
            value={now}
            changed={now !== null && was !== null && now !== was}
            onChange={kept => write(all => all.map(one => (one.motion === measured.motion ? withValue(one, side, kept) : one)))}
          />
        )
      }}
    />
  )
}

const degrees = (value: number | null) => (value === null ? '' : `${value}°`)
const withValue = (measured: Measured, side: Side, kept: number | null): Measured => ({ ...measured, [side]: kept })

/** `, was 52, up 8`: what the tint says, for the ear. */
function comparison(was: number | null, now: number | null): string {
  if (was === null) return ''
  const change = now === null || now === was ? '' : now > was ? `, up ${now - was}` : `, down ${was - now}`
  return `, was ${was}${change}`
}
