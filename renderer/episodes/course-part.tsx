import type { Episode } from '../../shared/episodes/schema.ts'
import { Empty } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { TrendChart } from '../ui/trend-chart.tsx'
import { DateText } from '../ui/words.tsx'
import css from './episode.module.css'

/** So many measures are drawn at once, so that the goals stay in sight; the others say their result and are drawn on request. */
const DRAWN = 2

/** Whether treatment works: one chart for each measure, its result in a sentence above it. */
export function CoursePart({ episode: { trends, visitsDone, finalMeasures } }: { episode: Episode }) {
  const note = (
    <>
      {visitsDone === 1 ? '1 visit' : `${visitsDone} visits`}
      {finalMeasures && (
        <>
          , final measures <DateText day={finalMeasures.on} form="short" />
        </>
      )}
    </>
  )
  return (
    <Section title="Course" note={note}>
      {trends.length === 0 ? (
        <Empty title="Nothing measured yet">Pain and the patient’s own activities are drawn here once the first note is signed.</Empty>
      ) : (
        <>
          <div className={css.trends}>
            {trends.slice(0, DRAWN).map(trend => (
              <TrendChart key={trend.measure} trend={trend} />
            ))}
          </div>
          {trends.slice(DRAWN).map(trend => (
            <details key={trend.measure} className={css.more}>
              <summary>{trend.sentence}</summary>
              <TrendChart trend={trend} />
            </details>
          ))}
          <p className={css.legend}>Shaded: too small a change to matter. Dashed: goal. Measured before each session.</p>
        </>
      )}
    </Section>
  )
}
