import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Prescriber, PrescriberFields } from '../../shared/practice/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem } from '../ui/messages.tsx'
import { type Found, SearchSelect } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './episode.module.css'

/** A prescriber as papers name them: "Samir Amari, MD". */
export const prescriberName = ({ name, credentials }: Pick<Prescriber, 'name' | 'credentials'>) => [name, credentials].filter(Boolean).join(', ')

type PrescriberFieldProps = { label: string; value: string | null; onChange: (prescriber: Prescriber) => void; error?: string | undefined }

/** The physician behind an order: type to find, or enter a new one on the spot. */
export function PrescriberField({ label, value, onChange, error }: PrescriberFieldProps) {
  const list = useQuery(ask('practice.listPrescribers', {}))
  const [newName, setNewName] = useState<string | null>(null)
  const chosen = list.data?.find(one => one.id === value)
  return (
    <>
      <SearchSelect
        label={label}
        chosen={chosen ? prescriberName(chosen) : ''}
        search={findPrescribers}
        onChoose={prescriber => {
          setNewName(null)
          onChange(prescriber)
        }}
        placeholder="Name or practice"
        create={{ offer: typed => `New prescriber “${typed.trim()}”`, run: typed => setNewName(typed.trim()) }}
        error={newName === null ? error : undefined}
      />
      {newName !== null && (
        <NewPrescriber
          key={newName}
          name={newName}
          onCancel={() => setNewName(null)}
          onSaved={prescriber => {
            setNewName(null)
            onChange(prescriber)
          }}
        />
      )}
    </>
  )
}

/** Prescribers whose name or practice fits what was typed. */
export async function findPrescribers(typed: string): Promise<readonly Found<Prescriber>[]> {
  const all = await queryClient.fetchQuery(ask('practice.listPrescribers', {}))
  const words = typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return all
    .filter(one => words.every(word => `${one.name} ${one.credentials} ${one.practiceName}`.toLowerCase().includes(word)))
    .map(one => ({ key: one.id, label: prescriberName(one), detail: one.practiceName, item: one }))
}

const NO_ADDRESS = { street: '', street2: '', city: '', state: '' as const, zip: '' }

function NewPrescriber({ name, onSaved, onCancel }: { name: string; onSaved: (prescriber: Prescriber) => void; onCancel: () => void }) {
  const save = useCommand('practice.savePrescriber')
  const form = useClinicForm({
    schema: PrescriberFields,
    start: { name, credentials: 'MD', npi: '', practiceName: '', address: NO_ADDRESS, phone: '', fax: '' },
    sentAs: 'fields',
  })
  const send = form.submit(async fields => onSaved(await save.mutateAsync({ id: null, fields })))
  return (
    <fieldset className={css.inset}>
      <legend>New prescriber</legend>
      <Problem error={form.problem} />
      <FieldRow template="2fr 1fr">
        <TextField label="Prescriber’s name" {...form.bind('name')} />
        <TextField label="Credentials" {...form.bind('credentials')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="NPI" inputMode="numeric" maxLength={10} {...form.bind('npi')} />
        <TextField label="Practice" required={false} {...form.bind('practiceName')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="Prescriber’s phone" type="tel" required={false} {...form.bind('phone')} />
        <TextField label="Fax" type="tel" required={false} {...form.bind('fax')} />
      </FieldRow>
      <p className={css.row}>
        <Button size="small" busy={form.isBusy} onClick={() => void send()}>
          Save prescriber
        </Button>
        <Button kind="text" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </fieldset>
  )
}
