import { useState } from 'react'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { PackageId } from '../../shared/lib/ids.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { SelectField } from '../ui/select-field.tsx'
import css from './packages.module.css'
import { PAID_BY_CARD, type PaymentEntered, paymentOf, SalePayment } from './sale-payment.tsx'
import { SellDone } from './sell-done.tsx'

type UpgradePanelProps = { one: PackageDetail; onOpen: (packageId: PackageId) => void; onClose: () => void }
type Draft = { typeId: string | null; payment: PaymentEntered }

/** Makes a package a larger one for the difference; what was used so far counts in it. */
export function UpgradePanel({ one, onOpen, onClose }: UpgradePanelProps) {
  const upgrade = useCommand('billing.upgradePackage')
  const draft = useKeptDraft<Draft>({ typeId: one.upgrades[0]?.packageTypeId ?? null, payment: PAID_BY_CARD }, `upgrade of package ${one.id}`)
  const { typeId, payment } = draft.values
  const [sold, setSold] = useState<Invoice | null>(null)
  const chosen = one.upgrades.find(({ packageTypeId }) => packageTypeId === typeId)
  const difference = chosen?.difference ?? cents(0)
  const taken = paymentOf(payment, difference)
  const save = () => {
    if (!chosen || (taken && taken.amount > difference)) return
    draft.markSending(true)
    upgrade.mutate(
      { packageId: one.id, packageTypeId: chosen.packageTypeId, payment: taken },
      {
        onSuccess: invoice => {
          draft.markSaved()
          setSold(invoice)
        },
        onSettled: () => draft.markSending(false),
      },
    )
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
        <KeptNote form={draft} />
        <SelectField
          label="To"
          value={chosen ? typeId : null}
          onChange={value => draft.change({ typeId: value })}
          choices={one.upgrades.map(({ packageTypeId, name, difference: more }) => ({
            value: packageTypeId as string,
            label: `${name}, ${formatMoney(more)} more`,
          }))}
          hint={chosen?.words}
        />
        <p className={css.second}>What was used so far counts in the larger package; the rest of its price is spread over what is then left.</p>
        <SalePayment total={difference} entered={payment} onChange={entered => draft.change({ payment: entered })} refused={upgrade.error?.fields} />
      </FormPanel>
    </OverWork>
  )
}
