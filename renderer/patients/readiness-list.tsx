import type { Readiness } from '../../shared/billing/readiness.ts'
import type { ReadinessFix, ReadinessItem } from '../../shared/billing/readiness-item.ts'
import { AppointmentId, EpisodeId, type PatientId } from '../../shared/lib/ids.ts'
import { ButtonLink } from '../lib/links.tsx'
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
  return (
    <li className={cx(css.item, css[item.state])}>
      <Icon name={ICONS[item.state]} />
      <p className={css.words}>
        {item.state === 'ok' ? item.label : <b>{item.label}</b>} {item.sentence}
      </p>
      {item.fix && item.state !== 'ok' && <Fix fix={item.fix} patientId={patientId} />}
    </li>
  )
}

function Fix({ fix, patientId }: { fix: ReadinessFix; patientId: PatientId }) {
  const look = { kind: 'text', size: 'small' } as const
  const appointment = AppointmentId.safeParse(fix.refId).data
  const episode = EpisodeId.safeParse(fix.refId).data
  if (fix.screen === 'episode' && episode)
    return (
      <ButtonLink {...look} to="/episodes/$episodeId" params={{ episodeId: episode }}>
        {fix.label}
      </ButtonLink>
    )
  if (fix.screen === 'session' && appointment)
    return (
      <ButtonLink {...look} to="/session/$appointmentId" params={{ appointmentId: appointment }}>
        {fix.label}
      </ButtonLink>
    )
  if (fix.screen === 'check-out' && appointment)
    return (
      <ButtonLink {...look} to="/checkout/$appointmentId" params={{ appointmentId: appointment }}>
        {fix.label}
      </ButtonLink>
    )
  const section = { clinic: 'clinic', practitioner: 'practitioners', prescriber: 'prescribers' }[String(fix.screen)]
  if (section)
    return (
      <ButtonLink {...look} to="/settings/$section" params={{ section }}>
        {fix.label}
      </ButtonLink>
    )
  return (
    <ButtonLink {...look} to="/patients/$patientId" params={{ patientId }} search={{ tab: fix.screen === 'episode' ? 'episodes' : 'details' }}>
      {fix.label}
    </ButtonLink>
  )
}
