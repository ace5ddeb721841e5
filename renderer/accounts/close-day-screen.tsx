import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** What came in since the day was last closed, counted and kept. */
export function CloseDayScreen() {
  return (
    <Screen title="Close the day" note={<BillingTabs />}>
      <Empty title="Not built yet" icon="receipt">
        This is being built.
      </Empty>
    </Screen>
  )
}
