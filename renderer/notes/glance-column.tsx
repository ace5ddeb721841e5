import type { ReactNode } from 'react'
import { type Region, regionsInWords } from '../../shared/body-chart/regions.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import { Icon } from '../ui/icons.tsx'
import { PrescriptionChoice } from '../ui/prescription-choice.tsx'
import { DateText } from '../ui/words.tsx'
import css from './glance-column.module.css'
import { GoalsToday } from './goals-today.tsx'

/** What one wants to know before the hands begin: last visit, the physician’s words, goals with today, the plan. */
export function GlanceColumn({ session, content }: { session: Session; content: NoteContent | null }) {
  const { last, requests, prescriberName, planRemark, goals, condition, seriesWords, measuresDue } = session
  return (
    <div className={css.column}>
      {(condition || seriesWords) && (
        <p className={css.condition}>
          {condition}
          {seriesWords && <span className={css.series}>{seriesWords}</span>}
        </p>
      )}
      {!session.note?.signature && measuresDue.length > 0 && (
        <Part title="Due today">
          <ul>
            {measuresDue.map(({ why }) => (
              <li key={why} className={css.due}>
                <Icon name="chart" size={14} /> {why}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {last ? <LastVisit last={last} /> : <Part title="First visit">Nothing to compare with yet. What you measure today becomes the baseline.</Part>}
      {session.appointment.prescriptionChoices.length > 0 && (
        <Part title="Prescriptions">
          <PrescriptionChoice visit={session.appointment} withUse />
        </Part>
      )}
      {requests && (
        <Part title={prescriberName ? `${prescriberName} asks` : 'The physician asks'}>
          <p className={css.prose}>“{requests}”</p>
        </Part>
      )}
      {goals.length > 0 && (
        <Part title="Goals" note={content ? '· today' : '· last visit'}>
          <GoalsToday goals={goals} content={content} />
        </Part>
      )}
      {(planRemark || last?.content.plan) && (
        <Part title="Plan">
          {planRemark && <p className={css.prose}>{planRemark}</p>}
          {last?.content.plan && <p className={css.prose}>{last.content.plan}</p>}
          {last?.content.homeCare && <p className={css.prose}>At home: {last.content.homeCare}</p>}
        </Part>
      )}
    </div>
  )
}

function Part({ title, note, children }: { title: ReactNode; note?: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2 className={css.title}>
        {title} {note && <span className={css.note}>{note}</span>}
      </h2>
      {children}
    </section>
  )
}

const number = (value: number | null) => value ?? '–'

function LastVisit({ last: { serviceOn, content, units } }: { last: NonNullable<Session['last']> }) {
  const { painBefore, painAfter, blocks } = content
  const minutes = blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0)
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Pain now', number(painBefore.now)],
    ['Best to worst', painBefore.best === null && painBefore.worst === null ? '–' : `${number(painBefore.best)} to ${number(painBefore.worst)}`],
    ['After treatment', number(painAfter.now)],
    ['Hands-on', `${minutes} min, ${units} ${units === 1 ? 'unit' : 'units'}`],
  ]
  return (
    <Part
      title={
        <>
          Last visit, <DateText day={serviceOn} form="short" />
        </>
      }
    >
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {blocks.length > 0 && <p className={css.prose}>{treatmentInWords(content)}</p>}
      {content.assessment && <p className={css.prose}>{content.assessment}</p>}
    </Part>
  )
}

/** “Myofascial release and trigger point release to neck and upper back.” */
function treatmentInWords({ blocks }: NoteContent): string {
  const worked = blocks.filter(block => block.minutes > 0)
  const techniques = [...new Set(worked.flatMap(block => (block.techniques.length > 0 ? block.techniques.map(({ name }) => name) : [block.name])))]
  const regions = [...new Set(worked.flatMap((block): readonly Region[] => block.regions))]
  if (techniques.length === 0) return ''
  const list = new Intl.ListFormat('en-US', { type: 'conjunction' }).format(techniques.map((name, place) => (place === 0 ? name : name.toLowerCase())))
  return `${list}${regions.length > 0 ? ` to ${regionsInWords(regions)}` : ''}.`
}
