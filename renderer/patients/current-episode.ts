import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import type { EpisodeSummary } from '../../shared/episodes/schema.ts'

/** The episode a patient is treated for now: the one whose prescription the header shows, else the newest open one, else the newest. */
export function currentEpisodeOf(episodes: readonly EpisodeSummary[], shown: PrescriptionUse | null): EpisodeSummary | undefined {
  const newestFirst = episodes.toSorted((a, b) => b.openedOn.localeCompare(a.openedOn))
  const prescribed = newestFirst.find(episode => shown !== null && episode.prescription?.prescriptionId === shown.prescriptionId)
  return prescribed ?? newestFirst.find(episode => episode.closedOn === null) ?? newestFirst[0]
}
