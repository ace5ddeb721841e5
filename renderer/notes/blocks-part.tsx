import type { VisitUnits } from '../../shared/billing/units-model.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import type { NoteContent, ServiceBlock } from '../../shared/notes/schema.ts'
import { turnTimer, typeMinutes } from '../../shared/notes/timer.ts'
import type { Service } from '../../shared/practice/schema.ts'
import { BlockRow } from './block-row.tsx'
import css from './blocks-part.module.css'
import { NotePart } from './note-part.tsx'
import { OverrunRemark } from './overrun-remark.tsx'
import { takeOut } from './remove-button.tsx'
import { TokenField } from './token-field.tsx'
import { UnitsProof } from './units-proof.tsx'
import { useOffLimits } from './use-gate.ts'
import { momentNow } from './use-now.ts'
import { fieldId, type Writing } from './writing.ts'

type BlocksPartProps = {
  writing: Writing
  /** The blocks with a running timer’s minutes counted in. */
  live: readonly ServiceBlock[]
  now: Instant
  units: VisitUnits
  /** The block that a tap on the body chart goes to, and how to choose another. */
  current: string | undefined
  onCurrent: (id: string) => void
}

/** What was done: services with their regions, techniques and minutes, and the units they make, with the proof. */
export function BlocksPart({ writing, live, now, units, current, onCurrent }: BlocksPartProps) {
  const { content, session, change } = writing
  const { touches } = useOffLimits(writing)
  const write = (make: (blocks: NoteContent['blocks']) => NoteContent['blocks']) => change(was => ({ ...was, blocks: make(was.blocks) }))
  const add = (serviceId: string) => {
    const service = session.services.find(({ id }) => id === serviceId)
    if (!service) return
    const block = newBlock(service)
    write(all => [...all, block])
    onCurrent(block.id)
    requestAnimationFrame(() => document.getElementById(fieldId('regions', block.id))?.focus())
  }
  const remove = (block: ServiceBlock) =>
    takeOut({
      entry: { ...(live.find(({ id }) => id === block.id) ?? block), runningSince: null },
      name: block.name,
      isSame: ({ id }: ServiceBlock) => id === block.id,
      write,
    })
  const firstOfCode = new Map(content.blocks.toReversed().map(block => [block.code, block.id]))
  const unitsOf = ({ id, code }: ServiceBlock) => (firstOfCode.get(code) === id ? (units.units.find(each => each.code === code)?.units ?? 0) : null)
  return (
    <NotePart mark={{ icon: 'clock' }} name="Treatment" id={fieldId('blocks', 'part')}>
      {content.blocks.length > 0 && (
        <div className={css.head} aria-hidden="true">
          <span>Code</span>
          <span>Service, regions, techniques</span>
          <span>Time</span>
          <span>Minutes</span>
          <span>Units</span>
        </div>
      )}
      <ul>
        {content.blocks.map((block, place) => (
          <BlockRow
            key={block.id}
            writing={writing}
            block={block}
            was={lastMinutes(writing, block)}
            minutes={live[place]?.minutes ?? block.minutes}
            units={unitsOf(block)}
            touches={touches.filter(({ blockId }) => blockId === block.id)}
            isCurrent={block.id === current && content.blocks.length > 1}
            onFocus={() => onCurrent(block.id)}
            onChange={make => write(all => all.map(one => (one.id === block.id ? make(one) : one)))}
            onMinutes={minutes => write(all => typeMinutes(all, block.id, minutes))}
            onTimer={() => write(all => turnTimer(all, block.id, momentNow()))}
            onRemove={() => remove(block)}
          />
        ))}
      </ul>
      <div className={css.add}>
        <TokenField
          id={fieldId('blocks')}
          label="Add a service"
          prompt={content.blocks.length === 0 ? 'Add a service with its minutes' : 'Add service'}
          isWide={content.blocks.length === 0}
          isSingle
          chosen={[]}
          find={typed => findServices(session.services, typed)}
          onAdd={add}
        />
        {content.blocks.length > 0 && <span className={css.keys}>Alt T starts and pauses{content.blocks.length > 1 && ', Alt W switches to the next'}</span>}
      </div>
      <OverrunRemark writing={writing} now={now} write={write} />
      <UnitsProof units={units} session={session} onTieChoice={tieChoice => change(was => ({ ...was, tieChoice }))} />
    </NotePart>
  )
}

/** What the same service took last time, all its rows together; undefined where it was not given. */
function lastMinutes({ last }: Writing, { code }: ServiceBlock): number | undefined {
  const same = last?.blocks.filter(block => block.code === code && block.minutes > 0) ?? []
  return same.length === 0 ? undefined : same.reduce((sum, block) => sum + block.minutes, 0)
}

function newBlock({ id, code, name, isTimed, minutesPerUnit, modifiers }: Service): ServiceBlock {
  const empty = { minutes: 0, regions: [], techniques: [], runningSince: null, spans: [] }
  return { id: crypto.randomUUID(), serviceId: id, code, name, isTimed, minutesPerUnit, modifiers, ...empty }
}

const findServices = (services: readonly Service[], typed: string) =>
  services
    .filter(({ name, code }) => `${code} ${name}`.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ id, name, code }) => ({ value: id, label: name, detail: code }))
