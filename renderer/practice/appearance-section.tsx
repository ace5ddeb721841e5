import { useMantineColorScheme } from '@mantine/core'
import { Segmented } from '../ui/segmented.tsx'
import { SectionFrame } from './section-frame.tsx'

/** Light, dark, or as the computer has it; remembered on this computer. */
export function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return (
    <SectionFrame title="Appearance" note="For this computer only. Papers are always printed black on white.">
      <Segmented
        label="Colors"
        withLabel
        withCheck
        value={colorScheme}
        onChange={setColorScheme}
        choices={[
          { value: 'auto', label: 'As the computer' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
    </SectionFrame>
  )
}
