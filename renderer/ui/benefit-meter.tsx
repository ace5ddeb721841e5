import { useQuery } from '@tanstack/react-query'
import type { Benefit } from '../../shared/claims/benefit.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { Status } from './chip.tsx'
import css from './claim-kit.module.css'
import { cx } from './cx.ts'
import { Problem } from './messages.tsx'
import { ProgressBar } from './meter.tsx'

/** How much of what a claim pays is used: a bar, the words, and what to do where it runs short. */
export function BenefitMeter({ benefit }: { benefit: Benefit }) {
  const { used, limit, words, warning, state } = benefit
  return (
    <div className={cx(css.benefit, state !== 'ok' && css.low)}>
      <ProgressBar part={used / limit} label={words} />
      <span>{words}</span>
      {warning && (
        <Status icon="warning" tone="act">
          {warning}
        </Status>
      )}
    </div>
  )
}

/** One line where the limit of an episode is nearly used; nothing while there is enough, or without a limit. */
export function BenefitLine({ episodeId }: { episodeId: EpisodeId | null }) {
  const benefit = useQuery({ ...ask('claims.getBenefit', { episodeId: episodeId ?? ('' as EpisodeId) }), enabled: episodeId !== null }).data
  if (!benefit || benefit.state === 'ok') return null
  return (
    <div className={css.line}>
      <Problem tone="care" error={{ message: benefit.warning }} />
    </div>
  )
}
