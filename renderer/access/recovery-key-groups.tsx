import css from './set-up.module.css'

/** The recovery key in its groups, as it is printed: easy to copy by hand and to compare. */
export function RecoveryKeyGroups({ recoveryKey }: { recoveryKey: string }) {
  const groups = recoveryKey.split('-').map((group, index) => ({ group, place: `${index + 1}` }))
  return (
    <p className={css.key} role="img" aria-label={`Recovery key: ${recoveryKey.replaceAll('-', ', ')}`}>
      {groups.map(({ group, place }) => (
        <span key={place}>{group}</span>
      ))}
    </p>
  )
}
