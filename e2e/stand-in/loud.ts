/** Names that the language and the inspector ask of any object; answering `undefined` is right for them. */
const ordinary = new Set(['then', 'toJSON', 'constructor', 'inspect', 'prototype', 'domain', '_events', '_eventsCount', '_maxListeners', '__esModule'])

/** Makes an object throw when something is asked of it that it does not have, instead of answering `undefined`. */
export function loud<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || ordinary.has(key)) return Reflect.get(target, key, receiver)
      throw new Error(`${name}.${key} is not part of the stand-in for Electron (e2e/stand-in).`)
    },
  })
}
