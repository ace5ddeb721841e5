import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Letters. Stands in until the screen is made. */
export function LettersScreen() {
  return (
    <Screen title="Letters">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
