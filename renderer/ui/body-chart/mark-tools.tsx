import { useId } from 'react'
import { MARKS, type MarkKind } from '../../../shared/body-chart/marks.ts'
import { cx } from '../cx.ts'
import { MarkSymbol } from './mark-symbol.tsx'
import css from './mark-tools.module.css'

type MarkToolsProps = {
  tool: MarkKind
  onTool: (tool: MarkKind) => void
  /** Kinds that cannot be chosen, such as `treated` while no service is there. */
  without?: readonly MarkKind[]
}

const SHORT: Readonly<Partial<Record<MarkKind, string>>> = { 'trigger-point': 'Trigger' }

/** What a click on the chart marks. Real radio buttons: arrow keys change the tool. */
export function MarkTools({ tool, onTool, without = [] }: MarkToolsProps) {
  const name = useId()
  return (
    <fieldset className={css.tools}>
      <legend className={css.hidden}>A click marks</legend>
      {MARKS.filter(({ kind }) => !without.includes(kind)).map(({ kind, name: words }) => (
        <label key={kind} className={cx(css.tool, tool === kind && css.on)}>
          <input type="radio" name={name} className={css.radio} checked={tool === kind} onChange={() => onTool(kind)} aria-label={words} />
          <MarkSymbol kind={kind} isQuiet />
          {SHORT[kind] ?? words}
        </label>
      ))}
    </fieldset>
  )
}
