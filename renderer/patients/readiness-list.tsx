import type { Readiness } from '../../shared/billing/readiness.ts'
import type { ReadinessItem } from '../../shared/billing/readiness-item.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { useFix } from '../billing/use-fix.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './readiness-list.module.css'

const ICONS = { ok: 'check', attention: 'warning', blocks: 'never' } as const

/** What an insurer looks at, what is missing first, each with the way to where it is fixed. */
export function ReadinessList({ readiness, patientId }: { readiness: Readiness; patientId: PatientId }) {
  return (
    <ul className={css.list}>
      {readiness.items.map(item => (
        <Item key={`${item.id} ${item.label}`} item={item} patientId={patientId} />
      ))}
    </ul>
  )
}

function Item({ item, patientId }: { item: ReadinessItem; patientId: PatientId }) {
  const lead = useFix(patientId)
  const { fix } = item
  return (
    <li className={cx(css.item, css[item.state])}>
      <Icon name={ICONS[item.state]} />
      <p className={css.words}>
        {item.state === 'ok' ? item.label : <b>{item.label}</b>} {item.sentence}
      </p>
      {fix && item.state !== 'ok' && (
        <Button kind="text" size="small" onClick={() => lead(fix)}>
          {fix.label}
        </Button>
      )}
    </li>
  )
}
