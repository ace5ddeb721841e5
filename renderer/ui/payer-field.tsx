import { useQuery } from '@tanstack/react-query'
import type { PayerId } from '../../shared/lib/ids.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { type Found, SearchSelect } from './select-field.tsx'

type PayerFieldProps = {
  label: string
  value: PayerId | string | null
  onChange: (payer: PayerId | null) => void
  /** What kind a new one is entered as. */
  newKind: Payer['kind']
  /** Words for no payer; without them one must be chosen. */
  none?: string
  error?: string | undefined
  hint?: string | undefined
  onBlur?: () => void
}

/** Who reimburses: type to find, or add what was typed as a new payer that counts units by the 8-minute rule until Settings says otherwise. */
export function PayerField({ label, value, onChange, newKind, none, error, hint, onBlur }: PayerFieldProps) {
  const payers = useQuery(ask('practice.listPayers', {}))
  const add = useCommand('practice.savePayer')
  const search = async (typed: string): Promise<readonly Found<PayerId | null>[]> => {
    const all = await queryClient.fetchQuery(ask('practice.listPayers', {}))
    const found = all.filter(payer => payer.name.toLowerCase().includes(typed.trim().toLowerCase()))
    const answers: Found<PayerId | null>[] = found.map(payer => ({ key: payer.id, label: payer.name, item: payer.id }))
    return none && typed.trim() === '' ? [{ key: 'none', label: none, item: null }, ...answers] : answers
  }
  const create = (typed: string) =>
    add.mutate(
      {
        id: null,
        fields: { name: typed.trim(), kind: newKind, unitRule: 'cms', requiresPrescription: false, autoModifiers: [], maxUnitsPerVisit: null },
      },
      { onSuccess: payer => onChange(payer.id) },
    )
  const chosen = payers.data?.find(payer => payer.id === value)?.name ?? (value ? '' : (none ?? ''))
  return (
    <SearchSelect
      label={label}
      chosen={chosen}
      search={search}
      onChoose={onChange}
      create={{ offer: typed => `Add “${typed.trim()}” as a new payer`, run: create }}
      error={add.error?.message ?? error}
      hint={hint}
      onBlur={onBlur}
    />
  )
}
