import type { ReactNode } from 'react'
import type { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { CLASS_WORDS, factsOf } from '../../shared/health/items.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import css from './history-form.module.css'

type RowProps = { name: string; onRemove: (() => void) | null; children: ReactNode }

/** One entry of a list being typed; the empty one at the end cannot be removed. */
export function HistoryRow({ name, onRemove, children }: RowProps) {
  return (
    <li className={css.row}>
      <div className={css.cells}>{children}</div>
      {onRemove && <IconButton icon="close" size="small" tabIndex={-1} label={`Remove ${name || 'this row'}`} onClick={onRemove} />}
    </li>
  )
}

/** What an entry means for massage, as told from its name; it can be said to mean nothing. */
export function Meaning({ item, name, onClear }: { item: ContraindicationItem | null; name: string; onClear: () => void }) {
  if (item === null) return name.trim() === '' ? null : <p className={css.meaning}>Nothing to mind for massage</p>
  const { name: known, class: kind } = factsOf(item)
  return (
    <p className={css.minded}>
      <Icon name={kind === 'absolute' ? 'never' : 'warning'} size={14} />
      <span>
        {known.toLowerCase() === name.trim().toLowerCase() ? '' : `${known}: `}
        {CLASS_WORDS[kind].toLowerCase()}
      </span>
      <Button kind="text" size="small" label={`Not so: ${name} is nothing to mind`} onClick={onClear}>
        Not so
      </Button>
    </p>
  )
}
