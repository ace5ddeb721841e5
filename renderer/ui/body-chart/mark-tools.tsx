import { useId } from 'react'
import { MARKS, type MarkKind } from '../../../shared/body-chart/marks.ts'
import { cx } from '../cx.ts'
import { MarkSymbol } from './mark-symbol.tsx'
import css from './mark-tools.module.css'

type MarkToolsProps = {
  tool: MarkKind
  onTool: (tool: MarkKind) => void
  /** All in one line. */
  isWide?: boolean
}

const SHORT: Readonly<Partial<Record<MarkKind, string>>> = { 'trigger-point': 'Trigger' }

/** What a click on the chart marks. Real radio buttons: arrow keys change the tool. */
export function MarkTools({ tool, onTool, isWide = false }: MarkToolsProps) {
  const name = useId()
  return (
    <fieldset className={cx(css.tools, isWide && css.wide)}>
      <legend className={css.hidden}>A click marks</legend>
      {MARKS.map(({ kind, name: words }) => (
        <label key={kind} className={cx(css.tool, tool === kind && css.on)}>
          <input type="radio" name={name} className={css.radio} checked={tool === kind} onChange={() => onTool(kind)} aria-label={words} />
          <MarkSymbol kind={kind} isQuiet />
          {SHORT[kind] ?? words}
        </label>
      ))}
    </fieldset>
  )
}
