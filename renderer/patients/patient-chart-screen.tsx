import { Empty } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'

/** Patient chart. Stands in until the screen is made. */
export function PatientChartScreen() {
  return (
    <Screen title="Patient chart">
      <Empty title="This screen is not ready yet." />
    </Screen>
  )
}
