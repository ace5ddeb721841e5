import { useCallback, useEffect, useMemo, useRef } from 'react'
import { Region, regionLabel, regionsOutside } from '../../shared/body-chart/regions.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import type { PatientHeader } from '../../shared/patients/schema.ts'
import { BodyFigure, FigureLegend } from '../ui/body-figure.tsx'
import { Icon } from '../ui/icons.tsx'
import { offLimitRegions } from './off-limits.ts'
import { OutsideReason } from './outside-reason.tsx'
import { findRegions } from './region-choices.ts'
import { TokenField } from './token-field.tsx'
import css from './treated-column.module.css'

type TreatedColumnProps = {
  content: NoteContent
  allowed: readonly Region[]
  alerts: PatientHeader['alerts']
  /** Without these the column only shows. */
  editing?: {
    /** Name of the service a tap goes to; empty when there is none yet. */
    serviceName: string
    onToggle: (region: Region) => void
    onReason: (region: Region, reason: string) => void
  }
}

/** The body chart and what was treated, region by region; one outside the prescription asks for its reason in place. */
export function TreatedColumn({ content, allowed, alerts, editing }: TreatedColumnProps) {
  const { regions, treated, chosen } = useMemo(() => regionsOf(content.blocks), [content.blocks])
  const offLimits = useMemo(() => offLimitRegions(alerts), [alerts])
  const onToggle = useLatest(editing?.onToggle)
  const outside = regionsOutside(regions, allowed)
  return (
    <div className={css.column}>
      <BodyFigure prescribed={allowed} chosen={chosen} treated={treated} offLimits={offLimits} onToggle={editing && onToggle} />
      <FigureLegend hasChosen={chosen.length > 0} hasOffLimits={offLimits.length > 0} hasOutside={outside.length > 0} />
      {editing && (
        <p className={css.tapWords}>
          {editing.serviceName ? `A tap treats the region with ${editing.serviceName}.` : 'Add a service, then tap what you treat.'}
        </p>
      )}
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
            prompt="Add from list"
            chosen={[]}
            find={typed => findRegions(typed, allowed).filter(({ value }) => !regions.some(region => region === value))}
            onAdd={value => editing.onToggle(Region.parse(value))}
          />
        </div>
      )}
    </div>
  )
}

/** The regions of a visit: all, those worked on, and those only chosen so far. */
function regionsOf(blocks: NoteContent['blocks']) {
  const regions = [...new Set(blocks.flatMap((block): readonly Region[] => block.regions))]
  const treated = regions.filter(region => blocks.some(block => isBegun(block) && block.regions.includes(region)))
  return { regions, treated, chosen: regions.filter(region => !treated.includes(region)) }
}

/** A function that stays the same and calls the newest one, so that typing in the note does not draw the body anew. */
function useLatest(run: ((region: Region) => void) | undefined): (region: Region) => void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useCallback(region => latest.current?.(region), [])
}

const isBegun = (block: NoteContent['blocks'][number]) => block.minutes > 0 || block.runningSince !== null

const servicesOn = (region: Region, { blocks }: NoteContent) =>
  [...new Set(blocks.filter(block => block.regions.includes(region)).map(block => block.name))].join(', ')
