import type { GenericMeasure } from '../../shared/outcomes/schema.ts'
import { FieldRow } from './field.tsx'
import { NumberField } from './number-field.tsx'
import { Segmented } from './segmented.tsx'
import { TextField } from './text-field.tsx'

/** A measure of the clinic’s own while it is described: numbers may still be missing. */
export type GenericDraft = Omit<GenericMeasure, 'min' | 'max'> & { readonly min: number | null; readonly max: number | null }

/** What a new one starts with. */
export const newGeneric = (name: string): GenericDraft => ({ name, min: 0, max: null, better: 'lower', mattersFrom: null })

type GenericMeasureFieldsProps = { value: GenericDraft; onChange: (value: GenericDraft) => void; errors?: Readonly<Record<string, string>> }

/** Name, range, which way is better, and the smallest change that matters, where it is known. */
export function GenericMeasureFields({ value, onChange, errors = {} }: GenericMeasureFieldsProps) {
  return (
    <>
      <TextField
        label="Measure"
        placeholder="Grip strength, kg"
        maxLength={60}
        value={value.name}
        error={errors.name}
        onChange={name => onChange({ ...value, name })}
      />
      <FieldRow template="1fr 1fr 1.4fr">
        <NumberField label="Lowest score" decimals={1} value={value.min} error={errors.min} onChange={min => onChange({ ...value, min })} />
        <NumberField label="Highest score" decimals={1} value={value.max} error={errors.max} onChange={max => onChange({ ...value, max })} />
        <NumberField
          label="Change that matters"
          decimals={1}
          required={false}
          value={value.mattersFrom}
          error={errors.mattersFrom}
          onChange={mattersFrom => onChange({ ...value, mattersFrom })}
        />
      </FieldRow>
      <Segmented
        label="Better is"
        withLabel
        size="small"
        value={value.better}
        onChange={better => onChange({ ...value, better })}
        choices={[
          { value: 'lower', label: 'A lower score' },
          { value: 'higher', label: 'A higher score' },
        ]}
      />
    </>
  )
}
