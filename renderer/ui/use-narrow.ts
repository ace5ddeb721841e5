import { useMediaQuery } from '@mantine/hooks'

const NARROW = '(max-width: 899.98px)'

/** Whether the window is as narrow as a laptop at 200 % zoom: then columns and field rows stack instead of scrolling sideways. */
export function useNarrow(): boolean {
  return useMediaQuery(NARROW, window.matchMedia(NARROW).matches) ?? false
}
