import { Combobox, createTheme, Drawer, localStorageColorSchemeManager, type MantineColorsTuple, Menu, ModalRoot, Popover, Tooltip } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { cx } from './cx.ts'
import menu from './menu.module.css'

const teal: MantineColorsTuple = ['#e2edea', '#c9deda', '#9dc2bc', '#79c4ba', '#4f9c94', '#24736b', '#17655f', '#0e5a5a', '#0e5a5a', '#0a4646']

const day = { day: cx(menu.day), calendarHeaderLevel: cx(menu.calendarHead), calendarHeaderControl: cx(menu.calendarHead), weekday: cx(menu.weekday) }

/** Where the choice of light, dark or system is remembered on this computer. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'myodesk-color-scheme' })

/** Mantine in our clothes: teal, 6 px corners, Source Sans, floating parts on surface with one shadow. Colours themselves live in tokens.css. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 8,
  autoContrast: true,
  colors: { teal },
  defaultRadius: 'var(--r-2)',
  fontFamily: 'var(--font)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Menu: Menu.extend({
      defaultProps: { transitionProps: { duration: 0 }, withinPortal: true, loop: true },
      classNames: { dropdown: cx(menu.dropdown), item: cx(menu.option), label: cx(menu.label), divider: cx(menu.divider) },
    }),
    Combobox: Combobox.extend({ defaultProps: { transitionProps: { duration: 0 }, offset: 4 } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 0 }, offset: 4 }, classNames: { dropdown: cx(menu.dropdown) } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, transitionProps: { duration: 0 }, events: { hover: true, focus: true, touch: false } },
      classNames: { tooltip: cx(menu.tooltip) },
    }),
    ModalRoot: ModalRoot.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } }),
    Drawer: Drawer.extend({
      defaultProps: { lockScroll: false, transitionProps: { duration: 160 }, closeButtonProps: { 'aria-label': 'Close' } },
      classNames: { content: cx(menu.drawer), header: cx(menu.panelHead), title: cx(menu.panelTitle), body: cx(menu.panelBody), overlay: cx(menu.veil) },
    }),
    DatePicker: DatePicker.extend({ classNames: day }),
  },
})
