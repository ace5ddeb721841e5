import { useState } from 'react'
import { siteInWords } from '../../shared/body-chart/sites.ts'
import type { ServiceBlock, TechniqueUse } from '../../shared/notes/schema.ts'
import { findTechniques } from '../../shared/notes/techniques.ts'
import { techniqueMinutesBeyond } from '../../shared/notes/timer.ts'
import { cx } from '../ui/cx.ts'
import { takeOut } from './remove-button.tsx'
import { TechniqueDetail } from './technique-detail.tsx'
import css from './techniques.module.css'
import { TokenField } from './token-field.tsx'
import { fieldId, type Writing } from './writing.ts'

type TechniquesFieldProps = {
  writing: Writing
  block: ServiceBlock
  /** Minutes of the block so far, a running timer included. */
  minutes: number
  write: (make: (all: TechniqueUse[]) => TechniqueUse[]) => void
}

const isSame = (name: string) => (other: TechniqueUse) => other.name.toLowerCase() === name.toLowerCase()

/** What was done with the hands in a service: each technique a chip that opens in place for where, how long and how the tissue answered. */
export function TechniquesField({ writing, block, minutes, write }: TechniquesFieldProps) {
  const [openName, setOpenName] = useState<string>()
  const { techniques } = block
  const open = techniques.find(({ name }) => name === openName)
  const beyond = techniqueMinutesBeyond({ techniques, minutes })
  const add = (name: string) =>
    write(all => (all.some(isSame(name)) ? all : [...all, { name: name.slice(0, 80), sites: [], minutes: null, response: '' }].slice(0, 12)))
  const remove = (entry: TechniqueUse) => {
    takeOut({ entry, name: entry.name, isSame: isSame(entry.name), write })
    document.getElementById(fieldId('techniques', block.id))?.focus()
  }
  return (
    <div className={css.techniques}>
      <div className={css.chips}>
        {techniques.map(technique => (
          <button
            key={technique.name}
            type="button"
            className={cx(css.chip, technique === open && css.open)}
            aria-expanded={technique === open}
            onClick={() => setOpenName(technique === open ? undefined : technique.name)}
            onKeyDown={event => (event.key === 'Delete' || event.key === 'Backspace') && remove(technique)}
          >
            {technique.name}
            {detailOf(technique) && <small>{detailOf(technique)}</small>}
          </button>
        ))}
        <TokenField
          id={fieldId('techniques', block.id)}
          label={`Techniques of ${block.name}`}
          prompt="Add technique"
          takesOwnWords
          chosen={[]}
          find={typed =>
            findTechniques(typed, writing.techniques)
              .filter(({ name }) => !techniques.some(isSame(name)))
              .map(({ name, shorthand }) => ({ value: name, label: name, detail: shorthand }))
          }
          onAdd={add}
        />
      </div>
      {open && (
        <TechniqueDetail
          key={open.name}
          technique={open}
          onChange={part => write(all => all.map(one => (isSame(open.name)(one) ? { ...one, ...part } : one)))}
          onRemove={() => remove(open)}
          onClose={() => setOpenName(undefined)}
        />
      )}
      {beyond > 0 && (
        <p className={css.beyond}>
          The techniques add up to {beyond} {beyond === 1 ? 'minute' : 'minutes'} more than the service.
        </p>
      )}
    </div>
  )
}

/** `12 min, right levator scapulae, softened` */
function detailOf({ minutes, sites, response }: TechniqueUse): string {
  return [minutes === null ? '' : `${minutes} min`, ...sites.map(siteInWords), response].filter(Boolean).join(', ')
}
