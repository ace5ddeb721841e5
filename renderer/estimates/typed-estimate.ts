import { EstimateDraft, type EstimateSheet } from '../../shared/estimates/schema.ts'
import type { PractitionerId, ServiceId } from '../../shared/lib/ids.ts'

/** A line as typed: its numbers may be empty, and it has a key of its own. */
export type TypedLine = { readonly key: string; readonly serviceId: ServiceId; readonly units: number | null; readonly visits: number | null }
/** Who gives services, as typed. */
export type TypedProvider = { readonly key: string; readonly practitionerId: PractitionerId; readonly lines: readonly TypedLine[] }
/** An estimate as typed. */
export type TypedEstimate = Omit<EstimateDraft, 'providers' | 'visits' | 'from' | 'to'> & {
  readonly visits: number | null
  readonly from: string | null
  readonly to: string | null
  readonly providers: readonly TypedProvider[]
}

let count = 0
/** A key no other row of this window has. */
export const newKey = (): string => `row-${++count}`

/** A kept estimate as the form holds it. */
export function typedFrom({ draft }: Pick<EstimateSheet, 'draft'>): TypedEstimate {
  return {
    ...draft,
    providers: draft.providers.map(({ practitionerId, lines }) => ({ key: newKey(), practitionerId, lines: lines.map(line => ({ ...line, key: newKey() })) })),
  }
}

/** What can be kept of what was typed, or the sentences for the fields that cannot. */
export function readTyped(typed: TypedEstimate): { readonly draft: EstimateDraft | null; readonly problems: Readonly<Record<string, string>> } {
  const providers = typed.providers.map(({ practitionerId, lines }) => ({
    practitionerId,
    lines: lines.map(({ serviceId, units, visits }) => ({ serviceId, units, visits })),
  }))
  const read = EstimateDraft.safeParse({ ...typed, providers })
  if (read.success) return { draft: read.data, problems: {} }
  return { draft: null, problems: Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message]).toReversed()) }
}

/** Another number of visits: the only provider’s services go with it while all are given equally often. */
export function withVisits(typed: TypedEstimate, visits: number | null): TypedEstimate {
  const [only, ...others] = typed.providers
  const isAlike = only?.lines.every(line => line.visits === only.lines[0]?.visits) ?? false
  if (!only || others.length > 0 || !isAlike || visits === null) return { ...typed, visits }
  return { ...typed, visits, providers: [{ ...only, lines: only.lines.map(line => ({ ...line, visits })) }] }
}

/** The estimate with one line or provider changed; null takes it away. */
export function withProvider(typed: TypedEstimate, key: string, change: (provider: TypedProvider) => TypedProvider | null): TypedEstimate {
  return { ...typed, providers: typed.providers.flatMap(provider => (provider.key === key ? (change(provider) ?? []) : provider)) }
}
