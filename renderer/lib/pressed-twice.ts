type Sent = { readonly input: string; readonly answer: Promise<unknown> }

/** The last command of each kind, while it is under way. */
const underWay = new Map<string, Sent>()

/**
 * Sends a command. The same one asked again while it is under way, with no other of its kind in between, is not sent twice: both wait for the one.
 * `input` tells commands of a kind apart.
 */
export function pressedTwice<Answer>(kind: string, input: string, send: () => Promise<Answer>): Promise<Answer> {
  const last = underWay.get(kind)
  if (last?.input === input) return last.answer as Promise<Answer>
  const sent: { input: string; answer: Promise<Answer> } = { input, answer: send().finally(() => underWay.get(kind) === sent && underWay.delete(kind)) }
  underWay.set(kind, sent)
  return sent.answer
}
