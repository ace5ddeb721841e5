/** Marks a switch as complete: adding a case elsewhere makes this line a type error. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
