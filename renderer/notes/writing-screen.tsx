import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { signingIssues } from '../../shared/notes/completeness.ts'
import type { Note, Session } from '../../shared/notes/schema.ts'
import { signingContext } from '../../shared/notes/signing-context.ts'
import { blocksAt } from '../../shared/notes/timer.ts'
import { BlocksPart } from './blocks-part.tsx'
import { AssessmentPart, PlanPart } from './closing-parts.tsx'
import { Gated } from './gated.tsx'
import { IssuesStrip } from './issues-strip.tsx'
import { NoteTools } from './note-tools.tsx'
import { ObjectivePart } from './objective-part.tsx'
import { OutcomeScores } from './outcome-scores.tsx'
import { ProblemInSight, RefusedDraft } from './refused-draft.tsx'
import { useRemoveKey } from './remove-button.tsx'
import { ScreeningPart } from './screening-part.tsx'
import { SessionChart } from './session-chart.tsx'
import { SessionFooter } from './session-footer.tsx'
import { SessionLayout } from './session-layout.tsx'
import { SignStrip } from './sign-strip.tsx'
import { SubjectivePart } from './subjective-part.tsx'
import { unitsSoFar } from './units-so-far.ts'
import { useDraft } from './use-draft.ts'
import { useGate } from './use-gate.ts'
import { useNextNeededKey } from './use-next-needed.ts'
import { useNow } from './use-now.ts'
import { useSigning } from './use-signing.ts'
import { useWording } from './use-wording.ts'
import { useWritingKeys } from './use-writing-keys.ts'
import type { Writing } from './writing.ts'

/** A note being written: screening, S, O, treatment, A, P; the body chart beside it; saved by itself, signed with Ctrl Enter. */
export function WritingScreen({ session, note }: { session: Session; note: Note }) {
  const { draft, state } = useDraft(note)
  const router = useRouter()
  const { content } = state
  const [chosen, setChosen] = useState<string>()
  const [areIssuesOpen, setIssuesOpen] = useState(false)
  const { templates, ...wording } = useWording(note, session, content)
  const running = content.blocks.find(block => block.runningSince !== null)
  const now = useNow(running !== undefined)
  const live = blocksAt(content.blocks, now)
  const liveContent = { ...content, blocks: live }
  const { units, problem } = unitsSoFar(liveContent, session)
  const issues = signingIssues(liveContent, signingContext(session))
  const current = content.blocks.find(block => block.id === chosen) ?? running ?? content.blocks[0]
  const fields = state.refusal?.fields ?? {}
  const writing: Writing = {
    session,
    content,
    last: session.last?.content ?? null,
    change: make => draft.isShown() && draft.change(make),
    refusalOf: path => fields[`content.${path}`],
    ...wording,
  }
  const gate = useGate(writing)
  const signing = useSigning(note, draft, { session, issues, content: liveContent })
  useWritingKeys(writing, gate, { current, onCurrent: setChosen })
  useNextNeededKey(issues, liveContent, session)
  useRemoveKey()

  const footer = (
    <SessionFooter
      state={state}
      session={session}
      issues={issues}
      isSigning={signing.isSigning}
      areIssuesOpen={areIssuesOpen}
      onIssues={() => setIssuesOpen(!areIssuesOpen)}
      onSign={signing.press}
      onLater={() => void router.navigate({ to: '/today' })}
    />
  )
  return (
    <SessionLayout session={session} content={content} footer={footer} chart={<SessionChart writing={writing} current={current} />}>
      <RefusedDraft draft={draft} state={state} noteId={note.id} />
      <ProblemInSight error={signing.error ?? problem} />
      <ScreeningPart writing={writing} />
      <Gated gate={gate} says>
        <NoteTools writing={writing} templates={templates} />
        <SubjectivePart writing={writing} scores={<OutcomeScores writing={writing} />} />
        <ObjectivePart writing={writing} />
      </Gated>
      <Gated gate={gate} isOpenWhenWithheld={live.some(({ minutes, runningSince }) => minutes > 0 || runningSince !== null)}>
        <BlocksPart writing={writing} live={live} now={now} units={units} current={current?.id} onCurrent={setChosen} />
      </Gated>
      <Gated gate={gate}>
        <AssessmentPart writing={writing} />
      </Gated>
      <Gated gate={gate} isOpenWhenWithheld>
        <PlanPart writing={writing} />
      </Gated>
      {signing.isStripOpen && <SignStrip session={session} content={content} drawn={signing.drawn} onDraw={signing.draw} onClose={signing.closeStrip} />}
      {areIssuesOpen && !signing.isStripOpen && issues.length > 0 && (
        <IssuesStrip issues={issues} content={content} session={session} onClose={() => setIssuesOpen(false)} />
      )}
    </SessionLayout>
  )
}
