import type { Region } from '../../shared/body-chart/regions.ts'
import type { NoteContent, ServiceBlock } from '../../shared/notes/schema.ts'
import { TreatedColumn } from './treated-column.tsx'
import { useGate } from './use-gate.ts'
import { fieldId, focusField, type Writing } from './writing.ts'

type Reasons = NoteContent['regionReasons']

/** The right column of a note being written. What is tapped there goes to the service one works on; while the screening stands against treatment it only shows. */
export function SessionChart({ writing, current }: { writing: Writing; current: ServiceBlock | undefined }) {
  const { content, session, change } = writing
  const { state } = useGate(writing)
  const isShut = state === 'closed' || state === 'withheld'
  const toggle = (region: Region) => {
    if (!current) return focusField(fieldId('blocks'))
    const isTreated = content.blocks.some(block => block.regions.includes(region))
    change(was => ({ ...was, blocks: was.blocks.map(block => withRegion(block, region, isTreated ? 'out' : block.id === current.id ? 'in' : 'as it is')) }))
  }
  return (
    <TreatedColumn
      session={session}
      content={content}
      editing={
        isShut
          ? undefined
          : {
              serviceName: current?.name ?? '',
              onToggle: toggle,
              onReason: (region, reason) => change(was => ({ ...was, regionReasons: withReason(was.regionReasons, region, reason) })),
              onMarks: make => change(was => ({ ...was, marks: make(was.marks) })),
            }
      }
    />
  )
}

function withRegion(block: ServiceBlock, region: Region, change: 'in' | 'out' | 'as it is'): ServiceBlock {
  if (change === 'in') return { ...block, regions: [...block.regions, region] }
  return change === 'out' ? { ...block, regions: block.regions.filter(other => other !== region) } : block
}

/** An empty reason is none: the records keep only reasons with words. */
function withReason(reasons: Reasons, region: Region, reason: string): Reasons {
  const others = reasons.filter(one => one.region !== region)
  return reason.trim() === '' ? others : [...others, { region, reason }]
}
