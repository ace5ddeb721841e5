import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** New patient. Stands in until the screen is made. */
export function NewPatientScreen() {
  return (
    <Screen title="New patient">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
