import { REGIONS, type Region, regionLabel } from '../../shared/body-chart/regions.ts'
import { BodyFigure } from './body-figure.tsx'
import { Icon } from './icons.tsx'
import css from './regions-field.module.css'
import { type Found, SearchSelect } from './select-field.tsx'

type RegionsFieldProps = {
  label: string
  value: readonly Region[]
  onChange: (regions: Region[]) => void
  hint?: string
  error?: string | undefined
  /** Draws the body beside the list; tap a region to choose it. */
  withFigure?: boolean
}

/** Body regions: type and choose, take one off with its cross, or tap them on the figure. */
export function RegionsField({ label, value, onChange, hint, error, withFigure = false }: RegionsFieldProps) {
  const search = async (typed: string): Promise<readonly Found<Region>[]> => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    const left = REGIONS.filter(region => words.every(word => regionLabel(region).toLowerCase().includes(word)))
    return left.map(region => ({ key: region, label: regionLabel(region), item: region }))
  }
  const toggle = (region: Region) => onChange(value.includes(region) ? value.filter(one => one !== region) : [...value, region])
  const add = (region: Region) => !value.includes(region) && onChange([...value, region])
  return (
    <div className={css.field}>
      <SearchSelect label={label} chosen="" search={search} onChoose={add} placeholder="Type to add a region" hint={hint} error={error} />
      {value.length > 0 && (
        <ul className={css.chosen} aria-label={`${label}, chosen`}>
          {value.map(region => (
            <li key={region}>
              <button type="button" className={css.one} aria-label={`Take off ${regionLabel(region)}`} onClick={() => toggle(region)}>
                {regionLabel(region)}
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {withFigure && (
        <div className={css.figure}>
          <BodyFigure prescribed={[]} treated={value} onToggle={toggle} />
        </div>
      )}
    </div>
  )
}
