import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import { queryClient } from '../lib/api.ts'
import { colorSchemeManager, theme } from '../ui/theme.ts'
import { Session } from './session.tsx'

/** Providers only. Colours come from our own stylesheet, so Mantine writes no styles of its own into the page (the content security policy allows none). */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager} withCssVariables={false} withGlobalClasses={false}>
      <DatesProvider settings={{ locale: 'en', firstDayOfWeek: 0 }}>
        <QueryClientProvider client={queryClient}>
          <Session />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
