import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PackageId, PatientId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PackagePanel } from './package-panel.tsx'
import { PackageTable } from './package-table.tsx'
import css from './packages.module.css'
import { SellPanel } from './sell-panel.tsx'

type Show = 'left' | 'over'
const SHOWS = [
  { value: 'left', label: 'With something left' },
  { value: 'over', label: 'Used up or over' },
] as const

const route = getRouteApi('/billing/packages')

function Nothing({ show, find }: { show: Show; find: string }) {
  if (find.trim() !== '') {
    return (
      <Empty title={`No package matches “${find.trim()}”.`} icon="search">
        Look for part of the patient’s name or of the package’s.
      </Empty>
    )
  }
  if (show === 'over')
    return (
      <Empty title="No packages are over." icon="receipt">
        Used up, expired, upgraded and void ones stand here.
      </Empty>
    )
  return (
    <Empty title="No packages with something left." icon="receipt">
      One that is sold stands here until it is used up. What the clinic sells is set in{' '}
      <TextLink to="/settings/$section" params={{ section: 'packages' }}>
        Settings, Packages
      </TextLink>
      .
    </Empty>
  )
}

/** The patient one sells to: from the way here, or chosen in the panel. */
function useSelling() {
  const { sell } = route.useSearch()
  const navigate = useNavigate()
  const [isChoosing, setChoosing] = useState(false)
  const sellTo = (patientId: PatientId | undefined) => {
    setChoosing(false)
    void navigate({ to: '/billing/packages', search: patientId === undefined ? {} : { sell: patientId } })
  }
  return { patientId: sell ?? null, isOpen: sell !== undefined || isChoosing, begin: () => setChoosing(true), sellTo, close: () => sellTo(undefined) }
}

/** Packages sold and what is left of each, the soonest to expire first; and selling at the desk. */
export function PackagesScreen() {
  const [show, setShow] = useState<Show>('left')
  const [find, setFind] = useState('')
  const [openId, setOpenId] = useState<PackageId | null>(null)
  const list = useQuery({ ...ask('packages.list', { show, find: find.trim().slice(0, 80) }), placeholderData: keepPreviousData })
  const selling = useSelling()
  const rows = list.data?.rows ?? []
  useHotkey({ keys: 'alt+n', label: 'Sell', run: selling.begin, enabled: !selling.isOpen })
  useHotkey({ keys: 'escape', run: () => setOpenId(null), enabled: openId !== null && !selling.isOpen })
  const sell = (
    <Button kind={selling.isOpen || openId ? 'outlined' : 'primary'} icon="plus" keys="alt+n" onClick={selling.begin}>
      Sell
    </Button>
  )
  return (
    <Screen title="Packages" ground="surface" note={<BillingTabs />} actions={sell}>
      <Columns template={openId ? 'minmax(0, 1fr) clamp(400px, 36%, 500px)' : 'minmax(0, 1fr)'}>
        <Column label="Packages" ground="surface" className={cx(css.list)}>
          <div className={css.filters}>
            <Segmented label="Show" value={show} onChange={setShow} choices={SHOWS} />
            <TextField label="Find" bare type="search" placeholder="Patient or package" value={find} onChange={setFind} className={css.find} maxLength={80} />
            {list.data && list.data.count > rows.length && (
              <span className={css.second}>
                The first {rows.length} of {list.data.count}
              </span>
            )}
          </div>
          <Problem error={list.error} />
          {list.isPending && <Waiting />}
          {list.data && rows.length === 0 && <Nothing show={show} find={find} />}
          {rows.length > 0 && <PackageTable rows={rows} selected={openId} onOpen={({ id }) => setOpenId(id)} />}
        </Column>
        {openId && <PackagePanel key={openId} packageId={openId} onOpen={setOpenId} onClose={() => setOpenId(null)} />}
      </Columns>
      {selling.isOpen && <SellPanel patientId={selling.patientId} onChoose={selling.sellTo} onClose={selling.close} />}
    </Screen>
  )
}
