import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** A month of superbills in one go. */
export function BatchScreen() {
  return (
    <Screen title="Superbills" note={<BillingTabs />}>
      <Empty title="Not built yet" icon="receipt">
        This is being built.
      </Empty>
    </Screen>
  )
}
