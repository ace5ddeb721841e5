import type { Locator, Page } from '@playwright/test'
import { type Channel, contract, type Input, type Output } from '../../shared/ipc/contract.ts'

/** Makes a request as the page itself does. Throws the refusal in words. */
export async function request<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await page.evaluate(([name, value]) => Reflect.get(window, 'clinic').invoke(name, value), [channel, input] as const)
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`)
  return contract[channel].output.parse(answer.value) as never
}

/** Goes to a screen by its address, such as `/calendar?view=day`. */
export async function openScreen(page: Page, address: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#${address}`)
}

/** Watches a part of the screen from now on. The answer says whether it ever showed all of these words at once, however briefly. */
export async function watchFor(part: Locator, words: readonly string[]): Promise<() => Promise<boolean>> {
  const seen = await part.evaluateHandle((node, sought) => {
    const found = { together: false }
    const look = () => {
      found.together ||= sought.every(one => node.textContent?.includes(one))
    }
    new MutationObserver(look).observe(node, { subtree: true, childList: true, characterData: true })
    return found
  }, words)
  return () => seen.evaluate(({ together }) => together)
}
