import { type KeyboardEvent, useState } from 'react'
import { measureId } from '../../shared/outcomes/measures.ts'
import { type GenericMeasure, type OutcomeScore, ScoredMeasure } from '../../shared/outcomes/schema.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import { Button } from '../ui/button.tsx'
import { GenericMeasureFields, newGeneric, readGeneric } from '../ui/generic-measure-fields.tsx'
import css from './outcome-scores.module.css'
import { TokenField } from './token-field.tsx'

type Named = Pick<OutcomeScore, 'measure' | 'generic'>

const KNOWN: readonly Named[] = ScoredMeasure.exclude(['generic']).options.map(measure => ({ measure, generic: null }))

type AddMeasureProps = {
  /** Planned, usual for the condition, or taken last time: they come first. */
  offered: readonly Named[]
  taken: ReadonlySet<string>
  onAdd: (named: Named) => void
  /** A measure of the clinic’s own, by the name that was typed. */
  onName: (name: string) => void
  isFirst: boolean
}

/** Adds any questionnaire by typing; words that name none become a measure of the clinic’s own. */
export function AddMeasure({ offered, taken, onAdd, onName, isFirst }: AddMeasureProps) {
  const likely = new Set(offered.map(measureId))
  const all = new Map([...offered, ...KNOWN].map(named => [measureId(named), named]))
  const find = (typed: string) => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    return [...all].flatMap(([id, named]) => {
      const { name, subject } = measureOf(named)
      const isMeant = words.every(word => `${name} ${subject} ${id}`.toLowerCase().includes(word))
      return isMeant && !taken.has(id) ? [{ value: id, label: name, ...(likely.has(id) && { detail: 'usual here' }) }] : []
    })
  }
  const add = (value: string) => {
    const named = all.get(value)
    if (named) onAdd(named)
    else onName(value)
  }
  return <TokenField label="Add a questionnaire" prompt={isFirst ? 'Add a questionnaire' : 'Add another'} chosen={[]} find={find} onAdd={add} takesOwnWords />
}

/** Describes a measure of the clinic’s own: it is kept whole with each score. */
export function NewMeasure({ name, onAdd, onCancel }: { name: string; onAdd: (generic: GenericMeasure) => void; onCancel: () => void }) {
  const [draft, setDraft] = useState(() => newGeneric(name))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const add = () => {
    const read = readGeneric(draft)
    if ('measure' in read) onAdd(read.measure)
    else setErrors(read.errors)
  }
  const addWithEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    add()
  }
  return (
    <fieldset className={css.naming} onKeyDown={addWithEnter} aria-label="Your own measure" data-naming>
      <GenericMeasureFields value={draft} onChange={setDraft} errors={errors} />
      <p className={css.buttons}>
        <Button size="small" onClick={add}>
          Add measure
        </Button>
        <Button kind="text" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </fieldset>
  )
}
