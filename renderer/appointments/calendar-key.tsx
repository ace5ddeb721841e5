import { IconButton } from '../ui/button.tsx'
import { hueOf } from '../ui/hue.ts'
import { Icon } from '../ui/icons.tsx'
import { Segmented } from '../ui/segmented.tsx'
import css from './calendar-key.module.css'
import type { KeyEntry } from './calendar-looks.ts'
import { type ColourBy, keepPreference, ZOOM_PX, zoomed } from './calendar-preferences.ts'

const STATUS_KEY = [
  { look: undefined, icon: 'ring', words: 'Booked' },
  { look: undefined, icon: 'check', words: 'Confirmed' },
  { look: undefined, icon: 'half', words: 'Arrived' },
  { look: css.now, icon: 'dot', words: 'In session' },
  { look: css.act, icon: 'pencil', words: 'Note open' },
  { look: css.act, icon: 'warning', words: 'Check out' },
  { look: undefined, icon: 'double-check', words: 'Checked out' },
  { look: css.off, icon: 'cancelled', words: 'Cancelled or missed' },
] as const

type CalendarKeyProps = { colourBy: ColourBy; entries: readonly KeyEntry[]; zoom: number | null }

/** Under the calendar: what colours and signs mean, what the colours tell, and how close one looks. */
export function CalendarKey({ colourBy, entries, zoom }: CalendarKeyProps) {
  return (
    <footer className={css.bar}>
      <ul className={css.key} aria-label="Key">
        {entries.map(({ hue, name }) => (
          <li key={name} className={hueOf(hue)}>
            <i className={css.swatch} />
            {name}
          </li>
        ))}
        {STATUS_KEY.map(({ look, icon, words }) => (
          <li key={words}>
            <Icon name={icon} size={13} className={look} />
            {words}
          </li>
        ))}
      </ul>
      <span className={css.by} aria-hidden="true">
        Colors by
      </span>
      <Segmented
        label="Colors by"
        size="small"
        value={colourBy}
        onChange={next => keepPreference({ colourBy: next })}
        choices={[
          { value: 'status', label: 'Status' },
          { value: 'practitioner', label: 'Practitioner' },
          { value: 'visit-type', label: 'Visit type' },
        ]}
      />
      {zoom !== null && (
        <span className={css.zoom}>
          <IconButton
            icon="minus"
            size="small"
            label="Smaller"
            aria-keyshortcuts="-"
            disabled={zoom === 0}
            onClick={() => keepPreference({ zoom: zoomed(zoom, -1) })}
          />
          Zoom
          <IconButton
            icon="plus"
            size="small"
            label="Larger"
            aria-keyshortcuts="+"
            disabled={zoom === ZOOM_PX.length - 1}
            onClick={() => keepPreference({ zoom: zoomed(zoom, 1) })}
          />
        </span>
      )}
    </footer>
  )
}
