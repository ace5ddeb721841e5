import { Region, regionLabel, regionsOutside } from '../../shared/body-chart/regions.ts'
import { regionsToExplain } from '../../shared/notes/regions-to-explain.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { Icon } from '../ui/icons.tsx'
import { regionsOfVisit } from './chart-ground.ts'
import { OutsideReason } from './outside-reason.tsx'
import { findRegions } from './region-choices.ts'
import { TokenField } from './token-field.tsx'
import css from './treated-column.module.css'

/** How one says what was treated. */
export type RegionEditing = {
  /** Name of the service a tap goes to; empty when there is none yet. */
  readonly serviceName: string
  readonly onToggle: (region: Region) => void
  readonly onReason: (region: Region, reason: string) => void
}

type TreatedRegionsProps = { content: NoteContent; allowed: readonly Region[]; offLimits: readonly Region[]; editing?: RegionEditing | undefined }

/** What was treated, region by region; one outside the prescription asks for its reason in place. */
export function TreatedRegions({ content, allowed, offLimits, editing }: TreatedRegionsProps) {
  const { regions: chosenRegions, chosen } = regionsOfVisit(content.blocks)
  const regions = [...new Set([...chosenRegions, ...regionsToExplain(content, allowed)])]
  const outside = regionsOutside(regions, allowed)
  return (
    <>
      {regions.length > 0 && (
        <ul className={css.list} aria-label="Regions of this visit">
          {regions.map(region => (
            <li key={region} className={css.region}>
              <span className={css.name}>{regionLabel(region)}</span>
              <span className={css.services}>{chosen.includes(region) ? 'No minutes yet' : servicesOn(region, content)}</span>
              {offLimits.includes(region) && (
                <p className={css.red}>
                  <Icon name="never" size={14} /> Off limits, see the alert
                </p>
              )}
              {outside.includes(region) && (
                <OutsideReason
                  region={region}
                  reason={content.regionReasons.find(one => one.region === region)?.reason ?? ''}
                  onChange={editing && (reason => editing.onReason(region, reason))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing?.serviceName && (
        <div className={css.add}>
          <TokenField
            label="Add a treated region from the list"
            prompt="Add a treated region"
            chosen={[]}
            find={typed => findRegions(typed, allowed).filter(({ value }) => !regions.some(region => region === value))}
            onAdd={value => editing.onToggle(Region.parse(value))}
          />
        </div>
      )}
    </>
  )
}

const servicesOn = (region: Region, { blocks }: NoteContent) =>
  [...new Set(blocks.filter(block => block.regions.includes(region)).map(block => block.name))].join(', ')
