import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Session. Stands in until the screen is made. */
export function SessionScreen() {
  return (
    <Screen title="Session">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
