import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Patients. Stands in until the screen is made. */
export function PatientsScreen() {
  return (
    <Screen title="Patients">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
