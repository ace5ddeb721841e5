import { useQuery } from '@tanstack/react-query'
import type { Practitioner, Service } from '../../shared/practice/schema.ts'
import { ask } from '../lib/api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import css from './estimates.module.css'
import { newKey, type TypedLine, type TypedProvider, withProvider } from './typed-estimate.ts'
import type { FillingEstimate } from './use-estimate.ts'

const MOST_PROVIDERS = 6
const MOST_LINES = 12

/** Who gives which services, how many units at a visit, and at how many of the visits. */
export function EstimateProviders({ filling }: { filling: FillingEstimate }) {
  const practitioners = useQuery(ask('practice.listPractitioners', {}))
  const services = useQuery(ask('practice.listServices', {}))
  const { typed, change, refusalOf } = filling
  if (!practitioners.data || !services.data) return null
  const [others, offered] = [
    practitioners.data.filter(one => one.isActive && !typed.providers.some(({ practitionerId }) => practitionerId === one.id)),
    services.data.filter(({ isActive }) => isActive),
  ]
  const [next] = others
  const [service] = offered
  const add = () => {
    if (!next || !service) return
    const line: TypedLine = { key: newKey(), serviceId: service.id, units: 1, visits: typed.visits }
    change({ ...typed, providers: [...typed.providers, { key: newKey(), practitionerId: next.id, lines: [line] }] })
  }
  return (
    <>
      {typed.providers.map((provider, place) => (
        <Provider key={provider.key} provider={provider} place={place} filling={filling} people={practitioners.data} services={services.data} />
      ))}
      {refusalOf('providers') && <p className={css.problem}>{refusalOf('providers')}</p>}
      {next && service && typed.providers.length < MOST_PROVIDERS && (
        <div>
          <Button kind="text" icon="plus" size="small" onClick={add}>
            Another provider
          </Button>
        </div>
      )}
    </>
  )
}

type ProviderProps = {
  provider: TypedProvider
  place: number
  filling: FillingEstimate
  people: readonly Practitioner[]
  services: readonly Service[]
}

function Provider({ provider, place, filling, people, services }: ProviderProps) {
  const { typed, change, refusalOf } = filling
  const set = (to: (before: TypedProvider) => TypedProvider | null) => change(withProvider(typed, provider.key, to))
  const person = people.find(({ id }) => id === provider.practitionerId)
  const name = person?.legalName ?? 'Provider'
  const shown = people.filter(one => one.isActive || one.id === provider.practitionerId)
  const [service] = services.filter(({ isActive }) => isActive)
  const addLine = () =>
    service && set(before => ({ ...before, lines: [...before.lines, { key: newKey(), serviceId: service.id, units: 1, visits: typed.visits }] }))
  return (
    <fieldset className={css.provider}>
      <legend>Services by {name}</legend>
      <SelectField
        label="Provider"
        value={provider.practitionerId}
        choices={shown.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        error={refusalOf(`providers.${place}.practitionerId`)}
        onChange={practitionerId => set(before => ({ ...before, practitionerId }))}
      />
      {provider.lines.map((line, at) => (
        <Line
          key={line.key}
          line={line}
          field={`providers.${place}.lines.${at}`}
          filling={filling}
          services={services}
          onChange={changed => set(before => ({ ...before, lines: before.lines.flatMap(one => (one.key === line.key ? (changed ?? []) : one)) }))}
        />
      ))}
      {refusalOf(`providers.${place}.lines`) && <p className={css.problem}>{refusalOf(`providers.${place}.lines`)}</p>}
      <div className={css.lineActions}>
        {service && provider.lines.length < MOST_LINES && (
          <Button kind="text" icon="plus" size="small" label={`Another service by ${name}`} onClick={addLine}>
            Another service
          </Button>
        )}
        {typed.providers.length > 1 && (
          <Button kind="text" size="small" label={`Take ${name} off the estimate`} onClick={() => set(() => null)}>
            Take off
          </Button>
        )}
      </div>
    </fieldset>
  )
}

type LineProps = {
  line: TypedLine
  field: string
  filling: FillingEstimate
  services: readonly Service[]
  onChange: (line: TypedLine | null) => void
}

function Line({ line, field, filling: { refusalOf }, services, onChange }: LineProps) {
  const offered = services.filter(({ id, isActive }) => isActive || id === line.serviceId)
  const name = services.find(({ id }) => id === line.serviceId)?.name ?? 'service'
  return (
    <div className={css.line}>
      <SelectField
        label="Service"
        value={line.serviceId}
        choices={offered.map(service => ({ value: service.id, label: `${service.name}${service.code === '' ? '' : ` · ${service.code}`}` }))}
        error={refusalOf(`${field}.serviceId`)}
        onChange={serviceId => onChange({ ...line, serviceId })}
      />
      <NumberField
        label="Units a visit"
        value={line.units}
        min={1}
        max={32}
        error={refusalOf(`${field}.units`)}
        onChange={units => onChange({ ...line, units })}
      />
      <NumberField
        label="Visits"
        value={line.visits}
        min={1}
        max={104}
        error={refusalOf(`${field}.visits`)}
        onChange={visits => onChange({ ...line, visits })}
      />
      <IconButton icon="close" size="small" label={`Take ${name} off`} onClick={() => onChange(null)} />
    </div>
  )
}
