import type { VisitUnits } from '../../shared/billing/units-model.ts'
import type { NoteContent, ServiceBlock } from '../../shared/notes/schema.ts'
import { pauseTimers, startTimer } from '../../shared/notes/timer.ts'
import type { Service } from '../../shared/practice/schema.ts'
import { BlockRow } from './block-row.tsx'
import css from './blocks-part.module.css'
import { NotePart } from './note-part.tsx'
import { takeOut } from './remove-button.tsx'
import { TokenField } from './token-field.tsx'
import { UnitsProof } from './units-proof.tsx'
import { momentNow } from './use-now.ts'
import { fieldId, type Writing } from './writing.ts'

type BlocksPartProps = {
  writing: Writing
  /** The blocks with a running timer’s minutes counted in. */
  live: readonly ServiceBlock[]
  units: VisitUnits
  /** The block that a tap on the body chart goes to, and how to choose another. */
  current: string | undefined
  onCurrent: (id: string) => void
}

/** What was done: services with their regions, techniques and minutes, and the units they make, with the proof. */
export function BlocksPart({ writing, live, units, current, onCurrent }: BlocksPartProps) {
  const { content, session, change } = writing
  const write = (make: (blocks: NoteContent['blocks']) => NoteContent['blocks']) => change(was => ({ ...was, blocks: make(was.blocks) }))
  const rewrite = (id: string, part: Partial<ServiceBlock>) => write(all => all.map(block => (block.id === id ? { ...block, ...part } : block)))
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
  return (
    <NotePart mark={{ icon: 'clock' }} name="Treatment" id={fieldId('blocks', 'part')}>
      {content.blocks.length > 0 && (
        <div className={css.head} aria-hidden="true">
          <span>Code</span>
          <span>Service, regions, techniques</span>
          <span>Minutes</span>
          <span>Units</span>
        </div>
      )}
      <ul>
        {content.blocks.map((block, place) => (
          <BlockRow
            key={block.id}
            block={block}
            allowed={session.allowedRegions}
            was={lastMinutes(writing, block)}
            minutes={live[place]?.minutes ?? block.minutes}
            units={firstOfCode.get(block.code) === block.id ? (units.units.find(({ code }) => code === block.code)?.units ?? 0) : null}
            isCurrent={block.id === current && content.blocks.length > 1}
            onFocus={() => onCurrent(block.id)}
            onChange={part => rewrite(block.id, part)}
            onTimer={() => write(all => (block.runningSince === null ? startTimer(all, block.id, momentNow()) : pauseTimers(all, momentNow())))}
            onRemove={() => remove(block)}
          />
        ))}
      </ul>
      <div className={css.add}>
        <TokenField
          id={fieldId('blocks')}
          label="Add a service"
          prompt={content.blocks.length === 0 ? 'Add a service with its minutes' : 'Add service'}
          chosen={[]}
          find={typed => findServices(session.services, typed)}
          onAdd={add}
        />
      </div>
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
