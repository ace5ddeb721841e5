import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Check out. Stands in until the screen is made. */
export function CheckOutScreen() {
  return (
    <Screen title="Check out">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
