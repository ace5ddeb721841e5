import { Button } from '../ui/button.tsx'
import css from './batch.module.css'

/** Turns the pages of a long list. Draws nothing where one page holds all. */
export function BatchPager({ offset, page, total, onTurn }: { offset: number; page: number; total: number; onTurn: (offset: number) => void }) {
  if (total <= page) return null
  return (
    <nav className={css.pager} aria-label="Pages">
      <Button size="small" disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - page))}>
        Previous
      </Button>
      <span role="status">
        {offset + 1} to {Math.min(total, offset + page)} of {total}
      </span>
      <Button size="small" disabled={offset + page >= total} onClick={() => onTurn(offset + page)}>
        Next
      </Button>
    </nav>
  )
}
