import { Button } from '../ui/button.tsx'
import css from './accounts.module.css'

const ON_A_PAGE = 60

/** Turns through a long list, sixty at a time. Draws nothing for a short one. */
export function Pages({ page, count, onTurn }: { page: number; count: number; onTurn: (page: number) => void }) {
  if (count <= ON_A_PAGE) return null
  const last = Math.ceil(count / ON_A_PAGE) - 1
  return (
    <nav className={css.pages} aria-label="Pages">
      <Button disabled={page === 0} onClick={() => onTurn(page - 1)}>
        Previous
      </Button>
      <span>
        {page * ON_A_PAGE + 1} to {Math.min(count, (page + 1) * ON_A_PAGE)} of {count}
      </span>
      <Button disabled={page >= last} onClick={() => onTurn(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
