import { joinWords } from '../../shared/body-chart/regions.ts'
import { siteInWords } from '../../shared/body-chart/sites.ts'
import { clearanceFor, dayInWords } from '../../shared/health/clearances.ts'
import type { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { CLASS_WORDS, factsOf } from '../../shared/health/items.ts'
import type { Clearance, HealthHistory } from '../../shared/health/schema.ts'
import { todayHere } from '../ui/clock.ts'
import { Icon } from '../ui/icons.tsx'
import { Section } from '../ui/screen.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './health.module.css'

type Line = { readonly key: string; readonly name: string; readonly more: string; readonly item: ContraindicationItem | null }

const joined = (parts: readonly string[]) => parts.filter(Boolean).join(' · ')

/** A health history to read, as told; with `clearances`, which of its conditions are cleared today. */
export function HistoryView({ history, clearances = [] }: { history: HealthHistory; clearances?: readonly Clearance[] }) {
  const conditions = history.conditions.map(({ name, remark, sites, item }, at) => ({
    key: `${at} ${name}`,
    name,
    item,
    more: joined([joinWords(sites.map(siteInWords)), remark]),
  }))
  const medications = history.medications.map(({ name, purpose, item }, at) => ({ key: `${at} ${name}`, name, item, more: purpose }))
  const allergies = history.allergies.map(({ to, reaction }, at) => ({ key: `${at} ${to}`, name: to, item: null, more: reaction }))
  const surgeries = history.surgeries.map(({ what, when, sites }, at) => ({
    key: `${at} ${what}`,
    name: what,
    item: null,
    more: joined([when, sites.length > 0 ? `keep off ${joinWords(sites.map(siteInWords))}` : '']),
  }))
  return (
    <div className={css.view}>
      <Lines title="Conditions" lines={conditions} clearances={clearances} none="None told." />
      <Lines title="Medications" lines={medications} clearances={clearances} none="None told." />
      <Lines title="Allergies" lines={allergies} none="None told." />
      <Lines title="Surgeries" lines={surgeries} none="None told." />
      <Section title="More">
        <dl className={css.facts}>
          {factsIn(history).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  )
}

function Lines({ title, lines, none, clearances = [] }: { title: string; lines: readonly Line[]; none: string; clearances?: readonly Clearance[] }) {
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <p className={css.quiet}>{none}</p>
      ) : (
        <ul className={css.lines}>
          {lines.map(({ key, name, more, item }) => (
            <li key={key}>
              <span className={css.name}>{name}</span>
              <span className={css.quiet}>{more}</span>
              <Means item={item} name={name} clearances={clearances} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Means({ item, name, clearances }: { item: ContraindicationItem | null; name: string; clearances: readonly Clearance[] }) {
  if (item === null) return null
  const facts = factsOf(item)
  const today = todayHere()
  const { state, clearance } = clearanceFor(clearances, item, today)
  const words = state === 'stands' ? `Cleared to ${dayInWords(clearance.expiresOn, today)}` : CLASS_WORDS[facts.class]
  return (
    <span className={facts.class === 'absolute' ? css.never : css.care}>
      <Icon name={facts.class === 'absolute' ? 'never' : 'warning'} size={14} />
      {facts.name.toLowerCase() === name.toLowerCase() ? words : `${facts.name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`}
    </span>
  )
}

const PREGNANCY = { 'not-asked': 'Not asked', no: 'No', yes: 'Yes', possible: 'Possibly' } as const

function factsIn(history: HealthHistory): readonly (readonly [string, string])[] {
  const { state, dueOn, remark } = history.pregnancy
  const all: readonly (readonly [string, string])[] = [
    ['Pregnancy', joined([PREGNANCY[state], dueOn ? `due ${dateInWords(dueOn)}` : '', remark])],
    ['Physician', history.physician],
    ['Emergency contact', joined([history.emergencyName, history.emergencyPhone])],
    ['Hopes for', history.goalOfVisit],
    ['Remark', history.remark],
  ]
  return all.map(([name, value]) => [name, value || '–'] as const)
}
