import { Button } from '../ui/button.tsx'
import desk from './desk.module.css'

type PlaceInOrderProps<Id extends string> = { ids: readonly Id[]; id: Id; onOrder: (ids: Id[]) => void; busy: boolean }

/** Where something stands in its list, moved one place at a time; that is kept at once. */
export function PlaceInOrder<Id extends string>({ ids, id, onOrder, busy }: PlaceInOrderProps<Id>) {
  const at = ids.indexOf(id)
  const moved = (to: number) => onOrder(ids.toSpliced(at, 1).toSpliced(to, 0, id))
  return (
    <div className={desk.place}>
      <span role="status">
        Place {at + 1} of {ids.length} in lists
      </span>
      <Button size="small" disabled={at <= 0} busy={busy} onClick={() => moved(at - 1)}>
        Move up
      </Button>
      <Button size="small" disabled={at === ids.length - 1} busy={busy} onClick={() => moved(at + 1)}>
        Move down
      </Button>
    </div>
  )
}
