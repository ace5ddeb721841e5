import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Today. Stands in until the screen is made. */
export function TodayScreen() {
  return (
    <Screen title="Today">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
