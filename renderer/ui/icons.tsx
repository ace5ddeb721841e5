import { cx } from './cx.ts'
import css from './icons.module.css'

const octagon = 'M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7z'

/** One line family on a 20 grid, stroke 1.5, round ends. */
const drawings = {
  today: <path d="M4 5h12M4 10h12M4 15h7" />,
  calendar: (
    <>
      <rect x="3" y="4" width="14" height="13" rx="2" />
      <path d="M3 8h14M7 2.5v3M13 2.5v3" />
    </>
  ),
  people: (
    <>
      <circle cx="8" cy="7" r="3" />
      <path d="M2.5 16.5c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5M13 4.3a3 3 0 0 1 0 5.4M15.2 12.6c1.4.7 2.2 2 2.4 3.9" />
    </>
  ),
  person: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 16.5c.4-3 3-4.5 6-4.5s5.6 1.5 6 4.5" />
    </>
  ),
  receipt: (
    <>
      <path d="M5 2.5h10v15l-2.5-1.6L10 17.5l-2.5-1.6L5 17.5z" />
      <path d="M8 7h4M8 10.5h4" />
    </>
  ),
  letter: (
    <>
      <rect x="2.5" y="4.5" width="15" height="11" rx="1.5" />
      <path d="m3 6 7 5 7-5" />
    </>
  ),
  chart: <path d="M3 17h14M5.5 14V9M10 14V4M14.5 14V7" />,
  settings: (
    <>
      <circle cx="10" cy="10" r="2.5" />
      <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.2 13.2 3.8 3.8" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" />
      <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  drive: (
    <>
      <path d="m3 12.5 2-8h10l2 8V16H3z" />
      <path d="M3 12.5h14M13.5 14.5h1" />
    </>
  ),
  folder: <path d="M2.5 5.5h5l1.5 2h8.5V16h-15z" />,
  printer: (
    <>
      <path d="M6 7V3h8v4M6 14H3.5V8.5C3.5 7.7 4.2 7 5 7h10c.8 0 1.5.7 1.5 1.5V14H14" />
      <path d="M6 12h8v5H6z" />
    </>
  ),
  repeat: <path d="M4 9V8a2.5 2.5 0 0 1 2.5-2.5H15M12.5 3 15 5.5 12.5 8M16 11v1a2.5 2.5 0 0 1-2.5 2.5H5M7.5 17 5 14.5 7.5 12" />,
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  'double-check': <path d="m2 10.5 4 4 8-9M9.5 14l.5.5 8-9" />,
  pencil: <path d="m3.5 16.5 1-4 9-9 3 3-9 9z" />,
  note: (
    <>
      <path d="M5 2.5h10v15H5z" />
      <path d="M8 6.5h4M8 9.5h4M8 12.5h2" />
    </>
  ),
  estimate: (
    <>
      <path d="M4.5 2.5h8l3 3v12h-11z" />
      <path d="M12.5 2.5v3h3M10 8v6.5M12 9.3c-.4-.6-1.1-.9-2-.9-1.2 0-2 .5-2 1.4 0 2 4 .9 4 2.9 0 .9-.8 1.5-2 1.5-1 0-1.7-.3-2.1-1" />
    </>
  ),
  cash: (
    <>
      <rect x="2.5" y="5" width="15" height="10" rx="1.5" />
      <circle cx="10" cy="10" r="2.2" />
      <path d="M5 7.5v.1M15 12.4v.1" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4.2l2.8 1.8" />
    </>
  ),
  pause: <path d="M7 4.5v11M13 4.5v11" strokeWidth="2.5" />,
  play: <path d="M6.5 4.5v11l9-5.5z" />,
  close: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
  left: <path d="m12 5-5 5 5 5" />,
  right: <path d="m8 5 5 5-5 5" />,
  up: <path d="m5 12 5-5 5 5" />,
  down: <path d="m5 8 5 5 5-5" />,
  warning: (
    <>
      <path d="m10 3 7.5 13.5h-15z" />
      <path d="M10 8v4M10 14.3v.2" />
    </>
  ),
  never: (
    <>
      <path d={octagon} fill="currentColor" stroke="none" />
      <path d="M10 5.5v5M10 14v.2" className={css.cut} strokeWidth="2" />
    </>
  ),
  ring: <circle cx="10" cy="10" r="5" />,
  dot: <circle cx="10" cy="10" r="4" fill="currentColor" stroke="none" />,
  half: (
    <>
      <circle cx="10" cy="10" r="5" />
      <path d="M10 5a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="10" cy="10" r="6" />
      <path d="m6 14 8-8" />
    </>
  ),
  undo: <path d="M4 8h8a4 4 0 0 1 0 8H7M7.5 4.5 4 8l3.5 3.5" />,
  eye: (
    <>
      <path d="M2 10c2-3.5 4.7-5 8-5s6 1.5 8 5c-2 3.5-4.7 5-8 5s-6-1.5-8-5z" />
      <circle cx="10" cy="10" r="2.5" />
    </>
  ),
  save: <path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13" />,
  open: <path d="M11.5 3.5h5v5M16.5 3.5 9 11M14.5 11.5v5h-11v-11h5" />,
  phone: <path d="M5 3h3l1.5 4-2 1.5a9 9 0 0 0 4 4l1.5-2 4 1.5v3c0 .8-.7 1.5-1.5 1.5C9 16 4 11 3.5 4.5 3.5 3.7 4.2 3 5 3z" />,
  body: (
    <>
      <circle cx="10" cy="4.5" r="2" />
      <path d="M4.5 8.5h11M10 8.5v4M10 12.5 7 18M10 12.5l3 5.5" />
    </>
  ),
  keys: (
    <>
      <rect x="2" y="5" width="16" height="10" rx="1.5" />
      <path d="M5 8h.1M8.3 8h.1M11.7 8h.1M15 8h.1M6 12h8" />
    </>
  ),
  more: <path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="2.5" />,
} as const

/** The names of the line icons. */
export type IconName = keyof typeof drawings

/** A line icon beside words; always hidden from screen readers, so the words carry the meaning. `size` in px, 16 by default. */
export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string | undefined }) {
  return (
    <svg className={cx(css.icon, className)} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}

/** Myodesk's mark: four strokes of a hand. `size` in px. */
export function Logo({ size = 20, className }: { size?: number; className?: string | undefined }) {
  return (
    <svg className={cx(css.logo, className)} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M3 17C3 9.5 5.5 4 10 3M6.5 17.3c0-6 1.7-10.3 5-12M10 17.5c0-4.6 1.4-8.2 4.3-9.8M13.5 17.5c0-3 1-5.6 3.2-7" />
    </svg>
  )
}
