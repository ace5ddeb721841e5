/** Entries of a signed note with keys: they may repeat, and their order never changes. */
export const inOrder = <T>(entries: readonly T[]): readonly { readonly key: number; readonly entry: T }[] => entries.map((entry, key) => ({ key, entry }))
