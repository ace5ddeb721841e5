import { useState } from 'react'
import type { Readiness } from '../../shared/billing/readiness.ts'
import type { ReadinessFix, ReadinessItem } from '../../shared/billing/readiness-item.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { Section } from '../ui/screen.tsx'
import css from './check-out.module.css'
import { canFixHere, FixPanel } from './fix-panel.tsx'
import { useFix } from './use-fix.ts'

function Missing({ item, keys, onFix }: { item: ReadinessItem; keys: string | undefined; onFix: (fix: ReadinessFix) => void }) {
  const { fix } = item
  return (
    <li className={cx(css.missingItem, item.state === 'blocks' && css.blocks)}>
      <Icon name={item.state === 'blocks' ? 'never' : 'warning'} size={18} />
      <p className={css.grow}>
        <b>{item.label}</b> {item.sentence} {item.state === 'blocks' && <span className={css.consequence}>No superbill without it.</span>}
      </p>
      {fix && (
        <Button size="small" keys={keys} onClick={() => onFix(fix)}>
          {fix.label}
        </Button>
      )}
    </li>
  )
}

/** What an insurer would object to, each with the way to fix it (Alt F for the first), and what is in order. */
export function ReadinessPart({ readiness, patientId }: { readiness: Readiness; patientId: PatientId }) {
  const [fixing, setFixing] = useState<ReadinessFix | null>(null)
  const lead = useFix(patientId)
  const open = readiness.items.filter(item => item.state !== 'ok')
  const ready = readiness.items.filter(item => item.state === 'ok')
  const first = open.find(item => item.fix !== null)
  const fix = (one: ReadinessFix) => (canFixHere(one) ? setFixing(one) : lead(one))
  useHotkey({ keys: 'alt+f', label: first?.fix?.label ?? 'Fix', run: () => first?.fix && fix(first.fix), enabled: first !== undefined })
  return (
    <Section title="Superbill readiness" note={<span className={css.remark}>{`${readiness.readyCount} of ${readiness.total} ready`}</span>}>
      {open.length > 0 && (
        <ul className={css.missing} aria-label="To see to">
          {open.map(item => (
            <Missing key={`${item.id} ${item.label}`} item={item} keys={item === first ? 'alt+f' : undefined} onFix={fix} />
          ))}
        </ul>
      )}
      <ul className={css.ready} aria-label="In order" style={{ gridTemplateRows: `repeat(${Math.ceil(ready.length / 2)}, minmax(28px, auto))` }}>
        {ready.map(item => (
          <li key={item.id}>
            <Icon name="check" size={14} />
            <span>{item.label}</span>
          </li>
        ))}
      </ul>
      {fixing && <FixPanel fix={fixing} onClose={() => setFixing(null)} onElsewhere={() => lead(fixing)} />}
    </Section>
  )
}
