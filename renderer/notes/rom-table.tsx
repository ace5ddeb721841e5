import { MOTIONS, motionLabel, motionOf, RomMotion } from '../../shared/notes/rom.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { NumberCell } from './number-cell.tsx'
import { RemoveButton, removable, takeOut } from './remove-button.tsx'
import css from './rom-table.module.css'
import { TokenField } from './token-field.tsx'
import type { Writing } from './writing.ts'

type Measured = NoteContent['rom'][number]
type Side = 'left' | 'right' | 'value'

const SIDE_WORDS = { left: ', left', right: ', right', value: '' } as const

/** Motions the clinic measures, by what was typed. */
const findMotions = (typed: string) =>
  MOTIONS.filter(({ motion }) => motionLabel(motion).toLowerCase().includes(typed.trim().toLowerCase())).map(({ motion, normalDegrees }) => ({
    value: motion,
    label: motionLabel(motion),
    detail: `normal ${normalDegrees}°`,
  }))

/** Range of motion: last time, left and right today, the usual full range. A value that differs from last time’s is tinted. */
export function RomTable({ writing: { content, last, change } }: { writing: Writing }) {
  const { rom } = content
  const write = (make: (rom: Measured[]) => Measured[]) => change(was => ({ ...was, rom: make(was.rom) }))
  const add = (value: string) => {
    const motion = RomMotion.parse(value)
    write(all => [...all, { motion, left: null, right: null, value: null }])
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-motion="${motion}"] input`)?.focus())
  }
  const hasSides = rom.some(({ motion }) => motionOf(motion).isTwoSided)
  const joints = new Set(rom.map(({ motion }) => motionOf(motion).joint))
  const onlyJoint = joints.size === 1 ? [...joints][0] : undefined
  return (
    <>
      {rom.length > 0 && (
        <table className={css.table}>
          <caption className={css.hidden}>Range of motion in degrees</caption>
          <thead>
            <tr>
              <th scope="col">{onlyJoint ? `${onlyJoint} motion` : 'Motion'}</th>
              <th scope="col">Was</th>
              <th scope="col">{hasSides ? 'Left' : 'Today'}</th>
              {hasSides && <th scope="col">Was</th>}
              {hasSides && <th scope="col">Right</th>}
              <th scope="col">Normal</th>
              <th scope="col">
                <span className={css.hidden}>Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rom.map(measured => (
              <MotionRow
                key={measured.motion}
                measured={measured}
                hasSides={hasSides}
                last={last?.rom.find(({ motion }) => motion === measured.motion)}
                name={onlyJoint ? motionOf(measured.motion).name : motionLabel(measured.motion)}
                onChange={(side, degrees) => write(all => all.map(one => (one.motion === measured.motion ? { ...one, [side]: degrees } : one)))}
                onRemove={() => takeOut({ entry: measured, name: motionLabel(measured.motion), isSame: one => one.motion === measured.motion, write })}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className={css.add}>
        <TokenField
          label="Add a motion to measure"
          prompt={rom.length === 0 ? 'Add a motion to measure' : 'Add motion'}
          chosen={[]}
          find={typed => findMotions(typed).filter(({ value }) => !rom.some(({ motion }) => motion === value))}
          onAdd={add}
        />
      </div>
    </>
  )
}

type MotionRowProps = {
  measured: Measured
  /** Whether the table has columns for left and right; a midline motion then stands between them. */
  hasSides: boolean
  last: Measured | undefined
  name: string
  onChange: (side: Side, degrees: number | null) => void
  onRemove: () => void
}

function MotionRow({ measured, hasSides, last, name, onChange, onRemove }: MotionRowProps) {
  const { isTwoSided, normalDegrees } = motionOf(measured.motion)
  const label = motionLabel(measured.motion)
  const cells = (side: Side, span = 1) => {
    const was = last?.[side] ?? null
    const now = measured[side]
    return (
      <>
        <td className={css.was}>{was !== null && `${was}°`}</td>
        <td className={span > 1 ? css.middle : css.value} colSpan={span}>
          <NumberCell
            label={`${label}${SIDE_WORDS[side]}, degrees`}
            min={0}
            max={200}
            unit="°"
            value={now}
            changed={now !== null && was !== null && now !== was}
            onChange={degrees => onChange(side, degrees)}
          />
        </td>
      </>
    )
  }
  return (
    <tr data-motion={measured.motion} {...removable}>
      <th scope="row">{name}</th>
      {isTwoSided ? (
        <>
          {cells('left')}
          {cells('right')}
        </>
      ) : (
        cells('value', hasSides ? 3 : 1)
      )}
      <td className={css.normal}>{normalDegrees}°</td>
      <td className={css.remove}>
        <RemoveButton label={`Remove ${label}`} onRemove={onRemove} />
      </td>
    </tr>
  )
}
