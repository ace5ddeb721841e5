import type { Session } from './connection.ts'

/** Lets the person choose files in the browser's own chooser and finds out where they are. Empty when cancelled. */
export async function chooseFiles(session: Session, accept: string): Promise<string[]> {
  const ask = `new Promise(resolve => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: ${JSON.stringify(accept)} })
    input.onchange = () => resolve([...input.files])
    input.oncancel = () => resolve([])
    input.click()
  })`
  const { result } = await session.send('Runtime.evaluate', { expression: ask, awaitPromise: true, userGesture: true })
  if (!result.objectId) return []
  const { result: properties } = await session.send('Runtime.getProperties', { objectId: result.objectId, ownProperties: true })
  const files = properties.filter(property => /^\d+$/.test(property.name)).map(property => property.value?.objectId ?? '')
  const found = await Promise.all(files.map(objectId => session.send('DOM.getFileInfo', { objectId })))
  return found.map(({ path }) => path)
}
