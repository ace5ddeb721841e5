import type { TechniqueUse } from '../../shared/notes/schema.ts'
import { Button } from '../ui/button.tsx'
import { SitesField } from '../ui/sites-field.tsx'
import { NumberCell } from './number-cell.tsx'
import css from './techniques.module.css'

const RESPONSES = ['released', 'softened', 'less tender', 'no change', 'guarded'] as const

type TechniqueDetailProps = { technique: TechniqueUse; onChange: (part: Partial<TechniqueUse>) => void; onRemove: () => void; onClose: () => void }

/** Where a technique was used, for how long, and how the tissue answered. */
export function TechniqueDetail({ technique, onChange, onRemove, onClose }: TechniqueDetailProps) {
  const { name, sites, minutes, response } = technique
  return (
    <fieldset
      className={css.detail}
      aria-label={name}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <span className={css.what}>Where</span>
      <SitesField
        label={`Where ${name} was used`}
        prompt={sites.length === 0 ? 'All regions, or name a place' : 'Add a place'}
        value={sites}
        onChange={each => onChange({ sites: each.slice(0, 20) })}
      />
      <span className={css.what}>Minutes</span>
      <span className={css.line}>
        <NumberCell label={`Minutes of ${name} alone`} min={0} max={480} value={minutes} onChange={kept => onChange({ minutes: kept })} />
        <span className={css.quiet}>of the service’s minutes, where you tell them apart</span>
      </span>
      <span className={css.what}>Response</span>
      <span className={css.line}>
        <input
          className={css.response}
          aria-label={`Response to ${name}`}
          placeholder="How the tissue answered"
          value={response}
          maxLength={160}
          onChange={event => onChange({ response: event.target.value })}
        />
        {RESPONSES.map(words => (
          <button
            key={words}
            type="button"
            className={css.pick}
            aria-pressed={response === words}
            onClick={() => onChange({ response: response === words ? '' : words })}
          >
            {words}
          </button>
        ))}
      </span>
      <span />
      <span className={css.line}>
        <Button kind="text" size="small" onClick={onRemove}>
          Remove {name}
        </Button>
        <Button kind="text" size="small" onClick={onClose}>
          Done
        </Button>
      </span>
    </fieldset>
  )
}
