import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Region } from '../../shared/body-chart/regions.ts'
import { signingIssues } from '../../shared/notes/completeness.ts'
import { regionsToExplain } from '../../shared/notes/regions-to-explain.ts'
import type { Note, Session } from '../../shared/notes/schema.ts'
import { signingContext } from '../../shared/notes/signing-context.ts'
import { blocksAt } from '../../shared/notes/timer.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { stopAtUnread } from '../lib/unread.ts'
import { withdrawUndo } from '../ui/undo-bar.tsx'
import { BlocksPart } from './blocks-part.tsx'
import { AssessmentPart, PlanPart } from './closing-parts.tsx'
import { ObjectivePart } from './objective-part.tsx'
import { ProblemInSight, RefusedDraft } from './refused-draft.tsx'
import { useRemoveKey } from './remove-button.tsx'
import { ScreeningPart } from './screening-part.tsx'
import { SessionFooter } from './session-footer.tsx'
import { SessionLayout } from './session-layout.tsx'
import { targetOf } from './signing-target.ts'
import { SubjectivePart } from './subjective-part.tsx'
import { TreatedColumn } from './treated-column.tsx'
import { unitsSoFar } from './units-so-far.ts'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useWritingKeys } from './use-writing-keys.ts'
import { focusField, type Writing } from './writing.ts'

/** A note being written: screening, S, O, treatment, A, P; the body chart beside it; saved by itself, signed with Ctrl Enter. */
export function WritingScreen({ session, note }: { session: Session; note: Note }) {
  const { draft, state } = useDraft(note)
  const router = useRouter()
  const sign = useCommand('notes.sign')
  const { content } = state
  const [chosen, setChosen] = useState<string>()
  const running = content.blocks.find(block => block.runningSince !== null)
  const live = blocksAt(content.blocks, useNow(running !== undefined))
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
  }
  useWritingKeys(draft, current)
  useRemoveKey()

  const signNote = async () => {
    if (sign.isPending || stopAtUnread()) return
    const missing = issues.find(issue => !issue.isAdvice)
    if (missing) return focusField(targetOf(missing, liveContent, session))
    draft.change(was => withoutIdleReasons(was, session.allowedRegions))
    if (!(await draft.flush())) return
    const { appointmentId } = note
    sign.mutate(
      { noteId: note.id, revision: draft.read().revision, drawn: '' },
      {
        onSuccess: () => {
          withdrawUndo()
          void router.navigate({ to: '/checkout/$appointmentId', params: { appointmentId } })
        },
      },
    )
  }
  useHotkey({ keys: 'mod+enter', label: 'Sign the note', run: () => void signNote() })

  const toggle = (region: Region) => {
    if (!current) return focusField('note-blocks')
    const isTreated = content.blocks.some(block => block.regions.includes(region))
    draft.change(was => ({
      ...was,
      blocks: was.blocks.map(block => withRegion(block, region, isTreated ? 'out' : block.id === current.id ? 'in' : 'as it is')),
    }))
  }
  const chart = (
    <TreatedColumn
      content={content}
      allowed={session.allowedRegions}
      alerts={session.header.alerts}
      editing={{
        serviceName: current?.name ?? '',
        onToggle: toggle,
        onReason: (region, reason) => draft.change(was => ({ ...was, regionReasons: withReason(was.regionReasons, region, reason) })),
      }}
    />
  )
  const footer = (
    <SessionFooter
      state={state}
      session={session}
      issues={issues}
      isSigning={sign.isPending}
      onSign={() => void signNote()}
      onLater={() => void router.navigate({ to: '/today' })}
    />
  )
  return (
    <SessionLayout session={session} content={content} footer={footer} chart={chart}>
      <RefusedDraft draft={draft} state={state} noteId={note.id} />
      <ProblemInSight error={sign.error ?? problem} />
      <ScreeningPart writing={writing} />
      <SubjectivePart writing={writing} />
      <ObjectivePart writing={writing} />
      <BlocksPart writing={writing} live={live} units={units} current={current?.id} onCurrent={setChosen} />
      <AssessmentPart writing={writing} />
      <PlanPart writing={writing} />
    </SessionLayout>
  )
}

type Block = Note['content']['blocks'][number]
type Reasons = Note['content']['regionReasons']

function withRegion(block: Block, region: Region, change: 'in' | 'out' | 'as it is'): Block {
  if (change === 'in') return { ...block, regions: [...block.regions, region] }
  return change === 'out' ? { ...block, regions: block.regions.filter(other => other !== region) } : block
}

/** Leaves out reasons for regions that were taken out again. */
function withoutIdleReasons(content: Note['content'], allowed: readonly Region[]): Note['content'] {
  const needed = regionsToExplain(content, allowed)
  const kept = content.regionReasons.filter(({ region }) => needed.includes(region))
  return kept.length === content.regionReasons.length ? content : { ...content, regionReasons: kept }
}

/** An empty reason is none: the records keep only reasons with words. */
function withReason(reasons: Reasons, region: Region, reason: string): Reasons {
  const others = reasons.filter(one => one.region !== region)
  return reason.trim() === '' ? others : [...others, { region, reason }]
}
