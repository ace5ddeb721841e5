import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import { useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import css from './today.module.css'

const GROUPS: readonly { title: string; kinds: readonly AttentionItem['kind'][] }[] = [
  { title: 'Before the day ends', kinds: ['unsigned-note', 'not-checked-out', 'balance', 're-evaluation'] },
  { title: 'Calls and waitlist', kinds: ['in-the-way', 'waitlist', 'reminders'] },
  { title: 'Clearances', kinds: ['clearance'] },
  { title: 'Prescriptions and letters', kinds: ['prescription', 'letter'] },
  { title: 'This computer', kinds: ['backup'] },
]

const ICONS: Readonly<Record<AttentionItem['kind'], IconName>> = {
  'unsigned-note': 'pencil',
  'not-checked-out': 'receipt',
  balance: 'cash',
  clearance: 'warning',
  prescription: 'note',
  letter: 'letter',
  'in-the-way': 'warning',
  waitlist: 'clock',
  reminders: 'clock',
  're-evaluation': 'note',
  backup: 'drive',
}

const isUrgent = (item: AttentionItem) => (item.kind === 'prescription' || item.kind === 'clearance' ? item.isUrgent : item.kind !== 'balance')

const keyOf = (item: AttentionItem) => {
  switch (item.kind) {
    case 'unsigned-note':
    case 'not-checked-out':
      return `${item.kind} ${item.appointmentId}`
    case 'balance':
      return `balance ${item.patientId}`
    case 'clearance':
      return `clearance ${item.patientId}`
    case 'prescription':
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

function LetterAction({ item }: { item: Extract<AttentionItem, { kind: 'letter' | 'prescription' }> }) {
  const navigate = useNavigate()
  const begin = useCommand('documents.beginLetter')
  if (item.kind === 'letter' && item.letterId) {
    return (
      <ButtonLink kind="text" size="small" to="/letters/$letterId" params={{ letterId: item.letterId }}>
        Review letter
      </ButtonLink>
    )
  }
  const write = () =>
    begin.mutate(
      { episodeId: item.episodeId, kind: item.letterKind },
      { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) },
    )
  return (
    <>
      <Button kind="text" size="small" busy={begin.isPending} onClick={write}>
        {item.kind === 'letter' ? 'Write letter' : 'Ask to renew'}
      </Button>
      <Problem error={begin.error} />
    </>
  )
}

function BackUpAction() {
  const backUp = useCommand('data.backUp')
  return (
    <>
      <Button kind="text" size="small" busy={backUp.isPending} onClick={() => backUp.mutate({})}>
        Back up now
      </Button>
      <Problem error={backUp.error} />
    </>
  )
}

function Action({ item }: { item: AttentionItem }): ReactNode {
  switch (item.kind) {
    case 'unsigned-note':
      return (
        <ButtonLink kind={item.isReady ? 'outlined' : 'text'} size="small" to="/session/$appointmentId" params={{ appointmentId: item.appointmentId }}>
          {item.isReady ? 'Sign note' : 'Finish'}
        </ButtonLink>
      )
    case 'not-checked-out':
      return (
        <ButtonLink kind="text" size="small" to="/checkout/$appointmentId" params={{ appointmentId: item.appointmentId }}>
          Check out
        </ButtonLink>
      )
    case 'balance':
      return (
        <ButtonLink kind="text" size="small" to="/patients/$patientId" params={{ patientId: item.patientId }} search={{ tab: 'billing' }}>
          Take payment
        </ButtonLink>
      )
    case 'clearance':
      return (
        <ButtonLink kind="text" size="small" to="/patients/$patientId/health" params={{ patientId: item.patientId }} search={{ clearance: item.item }}>
          Renew
        </ButtonLink>
      )
    case 'prescription':
    case 'letter':
      return <LetterAction item={item} />
    case 'backup':
      return <BackUpAction />
  }
}

/** What waits for somebody, in three groups; every row acts in place. Says so when nothing waits. */
export function Attention({ items }: { items: readonly AttentionItem[] }) {
  if (items.length === 0) {
    return (
      <Empty title="Nothing waits." icon="check">
        Unsigned notes, open balances, clearances and prescriptions about to run out and letters due will stand here.
      </Empty>
    )
  }
  return GROUPS.map(group => {
    const own = items.filter(item => group.kinds.includes(item.kind))
    if (own.length === 0) return null
    return (
      <section key={group.title} className={css.group}>
        <h3>{group.title}</h3>
        <ul>
          {own.map(item => (
            <li key={keyOf(item)} className={cx(css.item, isUrgent(item) && css.urgent)}>
              <Icon name={ICONS[item.kind]} />
              <div>
                <div>
                  {item.who && <b>{item.who}</b>}
                  {item.who && (item.kind === 'balance' ? ' ' : ', ')}
                  {item.title}
                </div>
                <div className={css.detail}>{item.detail}</div>
              </div>
              <div className={css.act}>
                <Action item={item} />
              </div>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
