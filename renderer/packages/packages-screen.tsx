import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Packages sold, what is left of each, and selling at the desk. */
export function PackagesScreen() {
  return (
    <Screen title="Packages" note={<BillingTabs />}>
      <Empty title="Not built yet" icon="receipt">
        This is being built.
      </Empty>
    </Screen>
  )
}
