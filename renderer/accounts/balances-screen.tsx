import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Who owes what, and since when; statements. */
export function BalancesScreen() {
  return (
    <Screen title="Balances" note={<BillingTabs />}>
      <Empty title="Not built yet" icon="receipt">
        This is being built.
      </Empty>
    </Screen>
  )
}
