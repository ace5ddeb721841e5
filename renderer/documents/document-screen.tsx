import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Document. Stands in until the screen is made. */
export function DocumentScreen() {
  return (
    <Screen title="Document">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
