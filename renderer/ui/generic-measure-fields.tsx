import { GenericMeasure } from '../../shared/outcomes/schema.ts'
import { FieldRow } from './field.tsx'
import { NumberField } from './number-field.tsx'
import { Segmented } from './segmented.tsx'
import { TextField } from './text-field.tsx'

/** A measure of the clinic’s own while it is described: its range and which way is better may still be missing. */
export type GenericDraft = Omit<GenericMeasure, 'min' | 'max' | 'better'> & {
  readonly min: number | null
  readonly max: number | null
  readonly better: GenericMeasure['better'] | null
}

/** What a new one starts with. */
export const newGeneric = (name: string): GenericDraft => ({ name, min: 0, max: null, better: null, mattersFrom: null })

/** Reads a description; what is missing or wrong is said by field. */
export function readGeneric(draft: GenericDraft): { measure: GenericMeasure } | { errors: Readonly<Record<string, string>> } {
  const read = GenericMeasure.safeParse(draft)
  if (read.success) return { measure: read.data }
  const words = (path: string, code: string, message: string) =>
    path === 'better' ? 'Say which way is better.' : code === 'invalid_type' ? 'Enter a number.' : message
  return { errors: Object.fromEntries(read.error.issues.map(({ path, code, message }) => [path.join('.'), words(path.join('.'), code, message)])) }
}

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
        error={errors.better}
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
