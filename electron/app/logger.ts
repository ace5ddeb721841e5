/** A log of codes and names only: never patient text. */
export type Logger = {
  info(event: string, detail?: string): void
  error(event: string, error: unknown): void
}
