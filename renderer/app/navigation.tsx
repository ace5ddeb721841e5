import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link, useLocation } from '@tanstack/react-router'
import { cx } from '../ui/cx.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import css from './navigation.module.css'

/** The places of the navigation, with their shortcuts (Alt and a number, so that they also work while typing). */
export const places = [
  { name: 'Today', icon: 'today', to: '/today', keys: 'alt+1', holds: /^\/(today|session|checkout)/ },
  { name: 'Calendar', icon: 'calendar', to: '/calendar', keys: 'alt+2', holds: /^\/calendar/ },
  { name: 'Patients', icon: 'people', to: '/patients', keys: 'alt+3', holds: /^\/(patients|episodes|documents)/ },
  { name: 'Billing', icon: 'receipt', to: '/billing', keys: 'alt+4', holds: /^\/(billing|estimates)/ },
  { name: 'Letters', icon: 'letter', to: '/letters', keys: 'alt+5', holds: /^\/letters/ },
] as const satisfies readonly { name: string; icon: IconName; to: string; keys: string; holds: RegExp }[]

/** Words at the left edge; icons only below 1360 px, with their names on hover and focus. */
export function Navigation({ onShortcuts }: { onShortcuts: () => void }) {
  const isNarrow = useMediaQuery('(max-width: 1359.98px)', window.innerWidth < 1360) ?? false
  const { pathname } = useLocation()
  return (
    <nav className={cx(css.nav, isNarrow && css.narrow)} aria-label="Main">
      {places.map(place => (
        <Named key={place.to} name={place.name} isNarrow={isNarrow}>
          <Link to={place.to} {...look(place.holds.test(pathname))}>
            <Icon name={place.icon} size={18} />
            <span className={css.word}>{place.name}</span>
          </Link>
        </Named>
      ))}
      <span className={css.gap} />
      <Named name="Shortcuts" isNarrow={isNarrow}>
        <button type="button" className={css.place} onClick={onShortcuts} aria-keyshortcuts="?">
          <Icon name="keys" size={18} />
          <span className={css.word}>Shortcuts</span>
        </button>
      </Named>
      <Named name="Settings" isNarrow={isNarrow}>
        <Link to="/settings/$section" params={{ section: 'clinic' }} {...look(pathname.startsWith('/settings'))}>
          <Icon name="settings" size={18} />
          <span className={css.word}>Settings</span>
        </Link>
      </Named>
    </nav>
  )
}

/** A place looks chosen on every screen that belongs to it: a session belongs to Today, an episode to Patients. */
function look(isHere: boolean) {
  return { className: cx(css.place, isHere && css.on), 'aria-current': isHere ? ('page' as const) : undefined, activeProps: {} }
}

function Named({ name, isNarrow, children }: { name: string; isNarrow: boolean; children: React.JSX.Element }) {
  return (
    <Tooltip label={name} position="right" disabled={!isNarrow}>
      {children}
    </Tooltip>
  )
}
