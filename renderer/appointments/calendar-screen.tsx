import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Calendar. Stands in until the screen is made. */
export function CalendarScreen() {
  return (
    <Screen title="Calendar">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
