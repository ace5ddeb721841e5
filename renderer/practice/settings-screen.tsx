import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Settings. Stands in until the screen is made. */
export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
