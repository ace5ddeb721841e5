import { describe, expect, it } from 'vitest'
import { pressedTwice } from './pressed-twice.ts'

/** Commands that were sent, and the way to answer them. */
function desk() {
  const sent: { input: string; answer: (words: string) => void }[] = []
  const ask = (input: string) => pressedTwice('pay', input, () => new Promise<string>(answer => sent.push({ input, answer })))
  const answerAll = () => {
    for (const { input, answer } of sent) answer(`done ${input}`)
  }
  return { ask, answerAll, inputs: () => sent.map(({ input }) => input) }
}

describe('a command pressed twice', () => {
  it('is sent once while it is under way, and again afterwards', async () => {
    const { ask, answerAll, inputs } = desk()
    const both = [ask('5'), ask('5')]
    expect(inputs()).toEqual(['5'])
    answerAll()
    expect(await Promise.all(both)).toEqual(['done 5', 'done 5'])
    const again = ask('5')
    expect(inputs()).toEqual(['5', '5'])
    answerAll()
    await again
  })
  it('is sent again when another stood in between: on, off, on ends with on', async () => {
    const { ask, answerAll, inputs } = desk()
    const all = [ask('on'), ask('off'), ask('on')]
    expect(inputs()).toEqual(['on', 'off', 'on'])
    answerAll()
    expect(await Promise.all(all)).toEqual(['done on', 'done off', 'done on'])
  })
  it('may be tried again when it was refused', async () => {
    await expect(pressedTwice('sign', '', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await pressedTwice('sign', '', () => Promise.resolve('signed'))).toBe('signed')
  })
})
