import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Episode of care. Stands in until the screen is made. */
export function EpisodeScreen() {
  return (
    <Screen title="Episode of care">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
