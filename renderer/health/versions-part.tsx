import type { HealthVersion } from '../../shared/health/schema.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/screen.tsx'
import { DateText, MomentText } from '../ui/words.tsx'
import css from './health.module.css'

type VersionsProps = { versions: readonly HealthVersion[]; viewed: HealthVersion['id'] | undefined; onView: (id: HealthVersion['id']) => void }

/** Every time the history was told, confirmed or declined, newest first, with what changed. */
export function VersionsPart({ versions, viewed, onView }: VersionsProps) {
  return (
    <Section title="Told and confirmed">
      {versions.length === 0 ? (
        <p className={css.quiet}>Every version stays here, with what changed.</p>
      ) : (
        <ol className={css.versions}>
          {versions.map((version, index) => (
            <li key={version.id} aria-current={version.id === viewed || undefined}>
              <p className={css.versionHead}>
                <b>
                  <DateText day={version.takenOn} />
                </b>
                <span>{kindInWords(version, index === versions.length - 1)}</span>
                {version.kind === 'taken' && index > 0 && (
                  <Button kind="text" size="small" onClick={() => onView(version.id)}>
                    View
                  </Button>
                )}
              </p>
              {version.changes.map(sentence => (
                <p key={sentence}>{sentence}</p>
              ))}
              {version.kind === 'refused' && <p>“{version.refusedReason}”</p>}
              <p className={css.quiet}>
                {version.enteredBy}, <MomentText at={version.enteredAt} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function kindInWords({ kind, changes }: HealthVersion, isFirst: boolean): string {
  if (kind === 'refused') return 'Intake declined'
  if (kind === 'unchanged') return 'No change'
  if (isFirst || changes.length === 0) return 'Told'
  return changes.length === 1 ? '1 change' : `${changes.length} changes`
}
