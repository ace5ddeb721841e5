import type { Episode } from '../../shared/episodes/schema.ts'
import { Button } from '../ui/button.tsx'
import { GoalsTable } from '../ui/goals-table.tsx'
import { Section } from '../ui/screen.tsx'
import css from './episode.module.css'
import type { Open } from './open-part.ts'

/** What treatment works toward; a row opens its goal. */
export function GoalsPart({ episode, onOpen }: { episode: Episode; onOpen: (open: Open) => void }) {
  const add = (
    <Button size="small" icon="plus" name="goals" onClick={() => onOpen({ part: 'goal', goal: null })}>
      Add goal
    </Button>
  )
  return (
    <Section title="Goals" actions={add}>
      {episode.goals.length === 0 ? (
        <p className={css.second}>None yet. Two or three measured goals show the physician and the insurer that treatment works.</p>
      ) : (
        <GoalsTable goals={episode.goals} onOpen={goal => onOpen({ part: 'goal', goal })} />
      )}
    </Section>
  )
}
