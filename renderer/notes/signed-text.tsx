import type { ReactNode } from 'react'
import { regionsInWords } from '../../shared/body-chart/regions.ts'
import { CONTRAINDICATIONS } from '../../shared/health/families.ts'
import { findingsOf } from '../../shared/health/findings.ts'
import { motionLabel, motionOf } from '../../shared/notes/rom.ts'
import type { Note, NoteContent, Session } from '../../shared/notes/schema.ts'
import { psfsMean } from '../../shared/outcomes/measures.ts'
import { NotePart } from './note-part.tsx'
import css from './signed-text.module.css'
import { unitsSoFar } from './units-so-far.ts'

/** A signed note as calm text, in the order it was written. */
export function SignedText({ note: { content }, session }: { note: Note; session: Session }) {
  const { explanation } = unitsSoFar(content, session).units
  return (
    <>
      <NotePart mark={{ icon: 'check' }} name="Screening">
        <Line>{screeningInWords(content)}</Line>
        {content.screening.remark && <Line>{content.screening.remark}</Line>}
        {content.screening.overrideReason && <Line>Treatment went on: {content.screening.overrideReason}</Line>}
      </NotePart>
      <NotePart mark={{ letter: 'S' }} name="Subjective">
        <Line quiet>{painInWords(content)}</Line>
        <Line>{content.subjective}</Line>
        {content.activities.some(({ score }) => score !== null) && <Line quiet>{activitiesInWords(content)}</Line>}
      </NotePart>
      <NotePart mark={{ letter: 'O' }} name="Objective">
        <MeasuredMotions content={content} />
        <Line>{content.objective}</Line>
      </NotePart>
      <NotePart mark={{ icon: 'clock' }} name="Treatment">
        <Treatment content={content} />
        <Line quiet>{explanation}</Line>
      </NotePart>
      <NotePart mark={{ letter: 'A' }} name="Assessment">
        <Line>{content.assessment}</Line>
      </NotePart>
      <NotePart mark={{ letter: 'P' }} name="Plan">
        <Line>{content.plan}</Line>
        {content.homeCare && <Line>At home: {content.homeCare}</Line>}
      </NotePart>
    </>
  )
}

function Line({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  if (!children) return null
  return <p className={quiet ? css.quiet : css.line}>{children}</p>
}

function screeningInWords({ screening }: NoteContent): string {
  const yes = CONTRAINDICATIONS.filter(({ family }) => screening.answers[family] === 'yes').map(({ name }) => name.toLowerCase())
  const reading = screening.systolic === null ? '' : ` Blood pressure ${screening.systolic}/${screening.diastolic ?? '–'}.`
  const answer = yes.length > 0 ? `Yes to ${yes.join(', ')}.` : findingsOf(screening).length > 0 ? '' : 'Nothing found.'
  return `All 8 screening questions asked. ${answer}${reading}`
}

function painInWords({ painBefore, painAfter }: NoteContent): string {
  const parts = [
    painBefore.now !== null && `now ${painBefore.now}`,
    painBefore.best !== null && `best ${painBefore.best}`,
    painBefore.worst !== null && `worst ${painBefore.worst}`,
    painAfter.now !== null && `after treatment ${painAfter.now}`,
  ].filter(Boolean)
  return parts.length > 0 ? `Pain, 0 to 10: ${parts.join(', ')}.` : ''
}

function activitiesInWords({ activities }: NoteContent): string {
  const scored = activities.filter(({ score }) => score !== null).map(({ name, score }) => `${name} ${score}`)
  const mean = psfsMean(activities.map(({ score }) => score))
  return `Activities, 0 to 10: ${scored.join(', ')}${mean === null ? '' : `; PSFS ${mean.toFixed(1)}`}.`
}

function MeasuredMotions({ content: { rom } }: { content: NoteContent }) {
  const measured = rom.filter(({ left, right, value }) => left !== null || right !== null || value !== null)
  if (measured.length === 0) return null
  const degrees = (value: number | null) => (value === null ? '–' : `${value}°`)
  return (
    <dl className={css.motions}>
      {measured.map(({ motion, left, right, value }) => (
        <div key={motion}>
          <dt>{motionLabel(motion)}</dt>
          <dd>{motionOf(motion).isTwoSided ? `left ${degrees(left)}, right ${degrees(right)}` : degrees(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Treatment({ content: { blocks } }: { content: NoteContent }) {
  return (
    <ul className={css.blocks}>
      {blocks
        .filter(block => block.minutes > 0)
        .map(block => (
          <li key={block.id}>
            <span className={css.code}>{block.code}</span>
            <span>
              <b>{block.name}</b>
              {block.regions.length > 0 && `, ${regionsInWords(block.regions)}`}
              {block.techniques.length > 0 && <span className={css.techniques}>{block.techniques.join(', ')}</span>}
            </span>
            <span className={css.minutes}>{block.minutes} min</span>
          </li>
        ))}
    </ul>
  )
}
