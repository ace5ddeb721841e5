import { useState } from 'react'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { PackageId } from '../../shared/lib/ids.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { SelectField } from '../ui/select-field.tsx'
import css from './packages.module.css'
import { PAID_BY_CARD, paymentOf, SalePayment } from './sale-payment.tsx'
import { SellDone } from './sell-done.tsx'

type UpgradePanelProps = { one: PackageDetail; onOpen: (packageId: PackageId) => void; onClose: () => void }

/** Makes a package a larger one for the difference; what was used so far counts in it. */
export function UpgradePanel({ one, onOpen, onClose }: UpgradePanelProps) {
  const upgrade = useCommand('billing.upgradePackage')
  const [typeId, setTypeId] = useState(one.upgrades[0]?.packageTypeId ?? null)
  const [payment, setPayment] = useState(PAID_BY_CARD)
  const [sold, setSold] = useState<Invoice | null>(null)
  const chosen = one.upgrades.find(({ packageTypeId }) => packageTypeId === typeId)
  const difference = chosen?.difference ?? cents(0)
  const taken = paymentOf(payment, difference)
  const save = () => {
    if (!chosen || (taken && taken.amount > difference)) return
    upgrade.mutate({ packageId: one.id, packageTypeId: chosen.packageTypeId, payment: taken }, { onSuccess: setSold })
  }
  const finish = async () => {
    const held = await queryClient.fetchQuery(ask('packages.ofPatient', { patientId: one.patientId }))
    onClose()
    const larger = held.find(({ invoiceId }) => invoiceId === sold?.id)
    if (larger) onOpen(larger.id)
  }
  if (sold) {
    return (
      <OverWork>
        <SellDone invoice={sold} onClose={() => void finish()} />
      </OverWork>
    )
  }
  return (
    <OverWork>
      <FormPanel
        title={`Upgrade ${one.name}`}
        note={`${one.patientName}, ${one.leftWords}`}
        save={taken ? `Upgrade, take ${formatMoney(taken.amount)}` : 'Upgrade'}
        busy={upgrade.isPending}
        problem={upgrade.error}
        onSave={save}
        onClose={onClose}
        width={480}
      >
        <SelectField
          label="To"
          value={typeId as string | null}
          onChange={value => setTypeId(one.upgrades.find(({ packageTypeId }) => packageTypeId === value)?.packageTypeId ?? null)}
          choices={one.upgrades.map(({ packageTypeId, name, difference: more }) => ({
            value: packageTypeId as string,
            label: `${name}, ${formatMoney(more)} more`,
          }))}
          hint={chosen?.words}
        />
        <p className={css.second}>What was used so far counts in the larger package; the rest of its price is spread over what is then left.</p>
        <SalePayment total={difference} entered={payment} onChange={setPayment} refused={upgrade.error?.fields} />
      </FormPanel>
    </OverWork>
  )
}
