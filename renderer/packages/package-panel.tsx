import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PackageId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { amountInWords } from '../../shared/packages/words.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Facts, Section } from '../ui/screen.tsx'
import { DateText, Money, momentInWords } from '../ui/words.tsx'
import { ExtendPanel } from './extend-panel.tsx'
import { LastDay, StateOf } from './package-state.tsx'
import { Left } from './package-table.tsx'
import css from './packages.module.css'
import { UpgradePanel } from './upgrade-panel.tsx'

type PackagePanelProps = { packageId: PackageId; onOpen: (packageId: PackageId) => void; onClose: () => void }

/** One package in full: what is left, every use, and the ways to upgrade it or let it be used longer. */
export function PackagePanel({ packageId, onOpen, onClose }: PackagePanelProps) {
  const found = useQuery(ask('packages.get', { packageId }))
  const one = found.data
  return (
    <Column label="Package" padding="narrow">
      <Problem error={found.error} />
      {!one && !found.error && <Waiting />}
      {one && (
        <>
          <header className={css.head}>
            <div className={css.grow}>
              <h2>{one.name}</h2>
              <p className={css.second}>
                <TextLink to="/patients/$patientId" params={{ patientId: one.patientId }} search={{ tab: 'billing' }}>
                  {one.patientName}
                </TextLink>
                {one.isShared && ' and household'} · <span className={css.whole}>{one.invoiceNumber}</span>, <DateText day={one.boughtOn} form="short" />
              </p>
            </div>
            <StateOf one={one} />
            <IconButton icon="close" label="Close package" onClick={onClose} />
          </header>
          <Left one={one} />
          <Actions one={one} onOpen={onOpen} />
          <Facts facts={factsOf(one)} />
          <div className={css.parts}>
            <Uses one={one} />
            <Extensions one={one} />
          </div>
        </>
      )}
    </Column>
  )
}

function factsOf(one: PackageDetail): (readonly [string, React.ReactNode])[] {
  const unspent = one.unspent > 0 ? ` (${formatMoney(one.unspent)} of it from visits that cost less)` : ''
  return [
    ['Last day', <LastDay key="last day" one={one} />],
    ['Price', formatMoney(one.price)],
    ['Value left', `${formatMoney(one.rest)}${unspent}`],
    ...(one.owed > 0 ? [['Owed', `${formatMoney(one.owed)}. It can be used once that is paid.`] as const] : []),
    ...one.before.map(({ name, invoiceNumber }) => ['Was before', `${name}, ${invoiceNumber}`] as const),
  ]
}

function Actions({ one, onOpen }: { one: PackageDetail; onOpen: (packageId: PackageId) => void }) {
  const [doing, setDoing] = useState<'upgrade' | 'extend' | null>(null)
  const isOwner = useQuery(ask('access.status', {})).data?.person?.role === 'owner'
  const canExtend = isOwner && one.expiresOn !== null && ['usable', 'unpaid', 'expired'].includes(one.state)
  const close = () => setDoing(null)
  return (
    <>
      <div className={css.actions}>
        {one.upgrades.length > 0 && (
          <Button size="small" icon="up" onClick={() => setDoing('upgrade')}>
            Upgrade
          </Button>
        )}
        {canExtend && (
          <Button size="small" icon="calendar" onClick={() => setDoing('extend')}>
            Let it be used longer
          </Button>
        )}
        {one.state === 'expired' && !isOwner && <p className={css.second}>The clinic’s owner can let it be used longer.</p>}
        {one.state === 'unpaid' && one.upgradeObstacle && <p className={css.second}>{one.upgradeObstacle}</p>}
      </div>
      {doing === 'upgrade' && <UpgradePanel one={one} onOpen={onOpen} onClose={close} />}
      {doing === 'extend' && <ExtendPanel one={one} onClose={close} />}
    </>
  )
}

function Uses({ one }: { one: PackageDetail }) {
  return (
    <Section title="Uses">
      {one.uses.length === 0 && <p className={css.second}>Nothing was used yet. It is chosen at check-out.</p>}
      <ul className={css.lines}>
        {one.uses.map(use => (
          <li key={`${use.invoiceId} ${use.takenBack ?? ''}`}>
            <span className={css.grow}>
              <span className={use.takenBack === null ? undefined : css.back}>
                <DateText day={use.serviceOn} form="short" /> · {amountInWords(use.amount, one.counts)}
              </span>
              <span className={css.second}>
                {[use.patientName === one.patientName ? '' : use.patientName, use.invoiceNumber, use.takenBack === null ? '' : `given back: ${use.takenBack}`]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={use.takenBack === null ? undefined : css.back}>
              <Money cents={use.value} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Extensions({ one }: { one: PackageDetail }) {
  if (one.extensions.length === 0) return null
  return (
    <Section title="Used longer">
      <ul className={css.lines}>
        {one.extensions.map(({ until, reason, extendedAt, extendedBy }) => (
          <li key={extendedAt}>
            <span className={css.grow}>
              Until <DateText day={until} />: {reason}
              <span className={css.second}>
                {extendedBy}, {momentInWords(extendedAt)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
