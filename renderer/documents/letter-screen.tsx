import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Letter. Stands in until the screen is made. */
export function LetterScreen() {
  return (
    <Screen title="Letter">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
