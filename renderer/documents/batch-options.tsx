import type { BatchRequest } from '../../shared/documents/batch.ts'
import { Checkbox } from '../ui/checks.tsx'
import { Segmented } from '../ui/segmented.tsx'
import css from './batch.module.css'

/** How a batch is printed. */
export type Options = Pick<BatchRequest, 'as' | 'order' | 'again'>

/** One file to print, by name; what was issued before is not printed again. */
export const USUAL_OPTIONS: Options = { as: 'one', order: 'name', again: false }

/** One file or one each, in which order, and whether those issued before are printed again. */
export function BatchOptions({ options, issued, onChange }: { options: Options; issued: number; onChange: (options: Options) => void }) {
  return (
    <div className={css.options}>
      <Segmented
        label="As"
        withLabel
        value={options.as}
        onChange={as => onChange({ ...options, as })}
        choices={[
          { value: 'one', label: 'One PDF to print' },
          { value: 'files', label: 'A PDF each' },
        ]}
      />
      <Segmented
        label="In order of"
        withLabel
        value={options.order}
        onChange={order => onChange({ ...options, order })}
        choices={[
          { value: 'name', label: 'Name' },
          { value: 'route', label: 'ZIP and street' },
        ]}
      />
      {issued > 0 && (
        <div className={css.again}>
          <Checkbox label={`Print the ${issued} issued before again`} value={options.again} onChange={again => onChange({ ...options, again })} />
        </div>
      )}
    </div>
  )
}
