import { useState } from 'react'
import type { AttentionItem, Today } from '../../shared/reports/schema.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Empty } from '../ui/messages.tsx'
import { AttentionAction } from './attention-action.tsx'
import { shownOfEach } from './shown-of-each.ts'
import css from './today.module.css'

/** Rows to start with: more is not read in one look. */
const MOST_ROWS = 12

const GROUPS: readonly { title: string; kinds: readonly AttentionItem['kind'][] }[] = [
  { title: 'Before the day ends', kinds: ['unsigned-note', 'not-checked-out', 'balance', 're-evaluation'] },
  { title: 'Calls and waitlist', kinds: ['in-the-way', 'waitlist', 'reminders'] },
  { title: 'Good faith estimates', kinds: ['estimate'] },
  { title: 'Clearances', kinds: ['clearance'] },
  { title: 'Prescriptions and letters', kinds: ['prescription', 'benefit', 'letter'] },
  { title: 'This computer', kinds: ['backup'] },
]

const ICONS: Readonly<Record<AttentionItem['kind'], IconName>> = {
  'unsigned-note': 'pencil',
  'not-checked-out': 'receipt',
  balance: 'cash',
  clearance: 'warning',
  estimate: 'estimate',
  prescription: 'note',
  letter: 'letter',
  benefit: 'cash',
  'in-the-way': 'warning',
  waitlist: 'clock',
  reminders: 'phone',
  're-evaluation': 'chart',
  backup: 'drive',
}

const QUIET: readonly AttentionItem['kind'][] = ['balance', 're-evaluation', 'reminders', 'waitlist']
const isUrgent = (item: AttentionItem) => ('isUrgent' in item ? item.isUrgent : !QUIET.includes(item.kind))

const keyOf = (item: AttentionItem) => {
  switch (item.kind) {
    case 'unsigned-note':
    case 'not-checked-out':
      return `${item.kind} ${item.appointmentId}`
    case 'balance':
      return `balance ${item.patientId}`
    case 'clearance':
    case 'estimate':
      return `${item.kind} ${item.patientId}`
    case 'prescription':
    case 'benefit':
    case 'letter':
      return `${item.kind} ${item.episodeId}`
    case 'in-the-way':
    case 're-evaluation':
      return `${item.kind} ${item.appointmentId}`
    case 'waitlist':
      return `waitlist ${item.waitlistId}`
    case 'reminders':
    case 'backup':
      return item.kind
  }
}

/** What waits for somebody, in groups of a few rows each; every row acts in place, the rest of a group opens below it. Says so when nothing waits. */
export function Attention({ today: { attention, visits } }: { today: Today }) {
  if (attention.length === 0) {
    return (
      <Empty title="Nothing waits." icon="check">
        Unsigned notes, open balances, calls to make, clearances and prescriptions about to run out and letters due will stand here.
      </Empty>
    )
  }
  const groups = GROUPS.map(({ title, kinds }) => ({ title, items: attention.filter(item => kinds.includes(item.kind)) })).filter(
    ({ items }) => items.length > 0,
  )
  const shown = shownOfEach(
    groups.map(({ items }) => items.length),
    MOST_ROWS,
  )
  return groups.map(({ title, items }, index) => <Group key={title} title={title} items={items} shown={shown[index] ?? items.length} visits={visits} />)
}

function Group({ title, items, shown, visits }: { title: string; items: readonly AttentionItem[]; shown: number; visits: Today['visits'] }) {
  const [isOpen, setOpen] = useState(false)
  const left = items.length - shown
  return (
    <section className={css.group}>
      <h3>{title}</h3>
      <ul>
        {items.slice(0, isOpen ? items.length : shown).map(item => (
          <li key={keyOf(item)} className={cx(css.task, isUrgent(item) && css.urgent)}>
            <Icon name={ICONS[item.kind]} />
            <div>
              <div>
                {item.who && <b>{item.who}</b>}
                {item.who && (item.kind === 'balance' || item.kind === 'waitlist' ? ' ' : ', ')}
                {item.title}
              </div>
              <div className={css.detail}>{item.detail}</div>
            </div>
            <div className={css.act}>
              <AttentionAction item={item} visits={visits} />
            </div>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button kind="text" size="small" pressed={isOpen} label={isOpen ? `Fewer: ${title}` : `${left} more: ${title}`} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `${left} more`}
        </Button>
      )}
    </section>
  )
}
