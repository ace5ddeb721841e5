import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Billing. Stands in until the screen is made. */
export function BillingScreen() {
  return (
    <Screen title="Billing">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
