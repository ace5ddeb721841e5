import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { regionsInWords } from '../../shared/body-chart/regions.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { ask } from '../lib/api.ts'
import { BodyFigure } from '../ui/body-figure.tsx'
import { Button } from '../ui/button.tsx'
import { Facts, Section } from '../ui/screen.tsx'
import { dateInWords } from '../ui/words.tsx'
import { DiagnosesPart } from './diagnoses-part.tsx'
import css from './episode.module.css'
import type { Open } from './open-part.ts'

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What is treated, where and why: the condition with its regions and plan, the diagnoses, and the facts of a claim. */
export function ConditionColumn({ episode, onOpen }: { episode: Episode; onOpen: (open: Open) => void }) {
  const edit = () => onOpen({ part: 'condition' })
  const { regions, onsetOn, planRemark } = episode
  const change = (
    <Button kind="text" size="small" label="Change condition, regions and plan" onClick={edit}>
      Change
    </Button>
  )
  return (
    <>
      <Section title="Condition" actions={change}>
        <Facts
          facts={[
            ['Since', onsetOn ? dateInWords(onsetOn) : 'Not known'],
            ['Plan', planInWords(episode)],
            ['Regions', regions.length > 0 ? capital(regionsInWords(regions)) : 'Not limited'],
          ]}
        />
        {planRemark && <p className={css.remark}>{planRemark}</p>}
        <div className={css.figure}>
          <BodyFigure prescribed={regions} treated={[]} />
        </div>
      </Section>
      <DiagnosesPart episode={episode} onOpen={onOpen} />
      {episode.kind !== 'illness' && <ClaimFacts episode={episode} onEdit={edit} />}
    </>
  )
}

function planInWords({ plannedVisits, seriesWords, visitsDone, visitsBooked }: Episode): string {
  if (plannedVisits !== null) return seriesWords
  return `${visitsDone} done${visitsBooked > 0 ? `, ${visitsBooked} booked` : ''}, none planned`
}

function ClaimFacts({ episode: { claim, kind }, onEdit }: { episode: Episode; onEdit: () => void }) {
  const payers = useQuery(ask('practice.listPayers', {}))
  const add = (name: string, words: string): ReactNode => (
    <Button key={name} kind="text" size="small" name={name} className={css.add} onClick={onEdit}>
      {words}
    </Button>
  )
  const facts: [string, ReactNode][] = [
    ['Insurer', payers.data?.find(payer => payer.id === claim?.payerId)?.name ?? add('payerId', 'Add insurer')],
    ['Claim', claim?.claimNumber || add('claimNumber', 'Add claim number')],
    ['Injury', claim?.injuredOn ? dateInWords(claim.injuredOn) : add('injuredOn', 'Add date')],
    ['State', claim?.state || add('state', 'Add state')],
  ]
  if (kind === 'work') facts.push(['Employer', claim?.employer || add('employer', 'Add employer')])
  if (claim?.adjuster) facts.push(['Adjuster', claim.adjuster])
  if (claim?.attorney) facts.push(['Attorney', claim.attorney])
  return (
    <Section title={kind === 'auto' ? 'Auto claim' : kind === 'work' ? 'Work claim' : 'Accident claim'}>
      <Facts facts={facts} />
    </Section>
  )
}
