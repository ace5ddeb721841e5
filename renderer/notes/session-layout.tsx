import { type ReactNode, useState } from 'react'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { PatientHeader } from '../ui/patient-header.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { dateInWords } from '../ui/words.tsx'
import { GlanceColumn } from './glance-column.tsx'
import css from './session-layout.module.css'

type SessionLayoutProps = {
  session: Session
  /** Today’s note, for the goals; null before one is begun. */
  content: NoteContent | null
  footer: ReactNode
  /** The body chart and its list. */
  chart: ReactNode
  children: ReactNode
}

/** Three columns under the patient’s header: at a glance, the note, the body chart. In a narrow window the first becomes a drawer. */
export function SessionLayout({ session, content, footer, chart, children }: SessionLayoutProps) {
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  useHotkey({ keys: 'escape', run: () => setDrawerOpen(false), enabled: isDrawerOpen })
  const { header, last } = session
  return (
    <Screen title={`Session, ${header.name}`} head={<PatientHeader patient={header} linksToChart />} footer={footer}>
      <div className={css.columns}>
        <Column label="Last visit and plan" padding="none" readOnly className={cx(css.glance, isDrawerOpen && css.open)}>
          <GlanceColumn session={session} content={content} />
        </Column>
        <section className={css.note} aria-label="Note">
          <div className={css.drawerBar}>
            <span>{last ? lastInWords(last) : 'First visit'}</span>
            <Button kind="text" size="small" pressed={isDrawerOpen} onClick={() => setDrawerOpen(!isDrawerOpen)}>
              {isDrawerOpen ? 'Close' : 'Last visit and plan'}
            </Button>
          </div>
          {children}
        </section>
        <section className={css.chart} aria-label="Body chart">
          {chart}
        </section>
      </div>
    </Screen>
  )
}

/** “Last visit Nov 12: pain 4, then 2 · 53 min, 4 units” */
function lastInWords({ serviceOn, content, units }: NonNullable<Session['last']>): string {
  const minutes = content.blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0)
  const { now } = content.painBefore
  const after = content.painAfter.now
  const pain = now === null ? '' : `pain ${now}${after === null ? '' : `, then ${after}`} · `
  return `Last visit ${dateInWords(serviceOn, 'short')}: ${pain}${minutes} min, ${units} ${units === 1 ? 'unit' : 'units'}`
}
