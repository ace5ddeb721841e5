import css from './units-ruler.module.css'

const LEFT = 4

/** Minutes at which the next unit begins under the 8-minute rule, as far as a session goes. */
const ticksUpTo = (end: number, first: number, every: number) => {
  const ticks: number[] = []
  for (let tick = first; tick <= end; tick += every) ticks.push(tick)
  return ticks
}

type UnitsRulerProps = {
  minutes: number
  /** Where the first unit begins: 8 under the CMS and midpoint rules, 15 where only full quarters count. */
  firstUnitAt?: number
  minutesPerUnit?: number
}

/** Hands-on minutes on a line with a tick where each next unit begins. A glance only: the sentence below it is the truth, so it is hidden from screen readers. */
export function UnitsRuler({ minutes, firstUnitAt = 8, minutesPerUnit = 15 }: UnitsRulerProps) {
  const end = Math.max(75, Math.ceil((minutes + 5) / 15) * 15)
  const place = (at: number) => `${(at / end) * 100}%`
  return (
    <div className={css.ruler} aria-hidden="true">
      <svg width="100%" height="30" role="presentation">
        <line className={css.line} x1={LEFT} x2="100%" y1="8" y2="8" />
        <line className={css.done} x1={LEFT} x2={place(minutes)} y1="8" y2="8" />
        {ticksUpTo(end, firstUnitAt, minutesPerUnit).map(tick => (
          <g key={tick}>
            <line className={css.tick} x1={place(tick)} x2={place(tick)} y1="3" y2="13" />
            <text className={css.words} x={place(tick)} y="26" textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        <circle className={css.now} cx={place(minutes)} cy="8" r="4.5" />
      </svg>
    </div>
  )
}
