import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import { MOST_MARKS } from '../../shared/body-chart/mark-edits.ts'
import type { Mark, MarkKind } from '../../shared/body-chart/marks.ts'
import { regionsOutside } from '../../shared/body-chart/regions.ts'
import { regionsOfSite } from '../../shared/body-chart/sites.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { AddMark } from '../ui/body-chart/add-mark.tsx'
import { BodyChart, type ChartEditing, type ChartViews } from '../ui/body-chart/body-chart.tsx'
import { BodyChartCompare } from '../ui/body-chart/body-chart-compare.tsx'
import { MarkList } from '../ui/body-chart/mark-list.tsx'
import { MarkTools } from '../ui/body-chart/mark-tools.tsx'
import { useMarkEdits } from '../ui/body-chart/use-mark-edits.ts'
import { FigureLegend } from '../ui/body-figure.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Segmented } from '../ui/segmented.tsx'
import { groundOf, regionsOfVisit } from './chart-ground.ts'
import { againOf } from './marks-again.ts'
import { useChartedVisits } from './marks-charted.ts'
import css from './treated-column.module.css'
import { type RegionEditing, TreatedRegions } from './treated-regions.tsx'
import { useUndoKey } from './use-undo-key.ts'

/** How the chart and its lists are changed. */
type ColumnEditing = RegionEditing & { readonly onMarks: (make: (marks: readonly Mark[]) => Mark[]) => void }

type TreatedColumnProps = {
  session: Session
  content: NoteContent
  /** Without it the column only shows. */
  editing?: ColumnEditing | undefined
}

const NONE: readonly Mark[] = []
const VIEWS = [
  { value: 'front', label: 'Front' },
  { value: 'back', label: 'Back' },
] as const satisfies readonly { value: ChartViews; label: string }[]
const keepMarks = () => {}

/** The body chart of a visit and its lists: what was found, mark by mark, and what was treated. Enlarged in place to pick single muscles; compared with earlier visits. */
export function TreatedColumn({ session, content, editing }: TreatedColumnProps) {
  const column = useRef<HTMLDivElement>(null)
  const [tool, setTool] = useState<MarkKind>('pain')
  const [selected, onSelect] = useState<string>()
  const [isLarge, setLarge] = useState(false)
  const [isComparing, setComparing] = useState(false)
  const { edit, undo, canUndo } = useMarkEdits(content.marks, editing?.onMarks ?? keepMarks)
  const { allowedRegions } = session
  const { blocks, screening } = content
  const ground = useMemo(() => groundOf(session, { blocks, screening }), [session, blocks, screening])
  const last = session.last?.content.marks ?? NONE
  const visits = useChartedVisits(session, content)
  const isFull = editing !== undefined && content.marks.length >= MOST_MARKS
  useUndoKey(column, undo)
  useHotkey({ keys: 'escape', run: () => setLarge(false), enabled: isLarge })
  const charting = editing && { tool, selected, onSelect, edit, onToggleRegion: editing.onToggle }
  return (
    <div ref={column} className={cx(css.column, isLarge && css.large)}>
      <div className={css.drawing}>
        {isComparing && visits.length > 1 ? (
          <BodyChartCompare visits={visits} ground={ground} isLarge={isLarge} />
        ) : (
          <>
            {editing && <MarkTools tool={tool} onTool={setTool} isWide={isLarge} />}
            <Chart marks={content.marks} ground={ground} isLarge={isLarge} editing={charting} />
            <FigureLegend
              hasChosen={ground.chosen.length > 0}
              hasOffLimits={ground.offLimits.length + ground.offPaths.length > 0}
              hasOutside={regionsOutside(regionsOfVisit(content.blocks).regions, allowedRegions).length > 0}
            />
          </>
        )}
        <div className={css.actions}>
          {visits.length > 1 && (
            <Button kind="text" size="small" pressed={isComparing} onClick={() => setComparing(!isComparing)}>
              {isComparing ? 'Back to the chart' : `Compare with ${visits[0]?.label.split(',')[0]?.toLowerCase()}`}
            </Button>
          )}
          <span className={css.grow} />
          {editing && canUndo && (
            <Button kind="text" size="small" icon="undo" onClick={undo}>
              Undo
            </Button>
          )}
          <Button kind="text" size="small" pressed={isLarge} onClick={() => setLarge(!isLarge)}>
            {isLarge ? 'Back to the note' : 'Enlarge'}
          </Button>
        </div>
      </div>
      <div className={css.lists}>
        <MarkList marks={content.marks} last={last} allowed={allowedRegions} editing={editing && { selected, onSelect, edit }} />
        {isFull && <p className={css.full}>A note keeps at most {MOST_MARKS} marks: remove some to add others.</p>}
        {editing && !isFull && (
          <div className={css.add}>
            <AddMark
              id="body-chart"
              tool={tool}
              suggested={againOf(last, content.marks)}
              allowed={allowedRegions}
              onAdd={mark => {
                const [region] = mark.kind === 'treated' ? regionsOfSite(mark.site) : []
                if (region) return editing.onToggle(region)
                const id = crypto.randomUUID()
                edit({ kind: 'add', mark: { ...mark, id } })
                onSelect(id)
              }}
            />
          </div>
        )}
        <TreatedRegions content={content} allowed={allowedRegions} offLimits={ground.offLimits} editing={editing} />
      </div>
    </div>
  )
}

type ChartProps = { marks: readonly Mark[]; ground: ReturnType<typeof groundOf>; isLarge: boolean; editing: ChartEditing | undefined }

/** Enlarged in a narrow window, one view at a time: front and back together would be too small to pick single muscles. */
function Chart({ marks, ground, isLarge, editing }: ChartProps) {
  const hasRoom = useMediaQuery('(min-width: 1440px)', window.matchMedia('(min-width: 1440px)').matches) ?? true
  const [view, setView] = useState<'front' | 'back'>('back')
  const isSingle = isLarge && !hasRoom
  return (
    <div className={cx(css.figures, isSingle && css.single)}>
      {isSingle && <Segmented label="View" size="small" value={view} choices={VIEWS} onChange={setView} />}
      <BodyChart marks={marks} ground={ground} size={isLarge ? 'large' : 'small'} views={isSingle ? view : 'both'} editing={editing} />
    </div>
  )
}
