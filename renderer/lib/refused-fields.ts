/**
 * Which fields of a form a refusal is about: the records answer with paths of the request (`fields.npi`), the form knows its own (`npi`).
 * `sentAs` is where the form's values stood in the request. Paths that are no field of the form are left out.
 */
export function refusedFields(
  refusals: Readonly<Record<string, string>>,
  values: unknown,
  sentAs?: string,
): readonly (readonly [path: string, message: string])[] {
  return Object.entries(refusals)
    .map(([sent, message]) => [sentAs && sent.startsWith(`${sentAs}.`) ? sent.slice(sentAs.length + 1) : sent, message] as const)
    .filter(([path]) => hasPath(values, path))
}

function hasPath(values: unknown, path: string): boolean {
  let at: unknown = values
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return false
    at = Reflect.get(at, part)
  }
  return true
}
