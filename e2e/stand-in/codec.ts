/** JSON that stands for any structured-cloneable value: what plain JSON lacks is an object with a `$` tag. */
export type Encoded = null | string | number | boolean | Encoded[] | { [key: string]: Encoded }

/** Bytes as base64 text, in Node and in a page. */
export function bytesToText(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 32_768) text += String.fromCharCode(...bytes.subarray(start, start + 32_768))
  return btoa(text)
}

/** The bytes that `bytesToText` wrote. */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}

/** Encodes an object; `parents` are the objects around it. Throws on what cannot be cloned and on a cycle. */
export function encodeObject(value: object, parents: readonly object[]): Encoded {
  if (parents.includes(value)) throw new Error('An object could not be cloned: it contains itself.')
  const inside = [...parents, value]
  if (Array.isArray(value)) return value.map(item => encodeValue(item, inside))
  if (value instanceof Date) return { $: 'date', value: value.getTime() }
  if (value instanceof Map) return { $: 'map', value: [...value].map(([key, item]) => [encodeValue(key, inside), encodeValue(item, inside)]) }
  if (value instanceof Set) return { $: 'set', value: [...value].map(item => encodeValue(item, inside)) }
  if (value instanceof Error) return { $: 'error', value: value.message }
  if (value instanceof ArrayBuffer) return { $: 'buffer', value: bytesToText(new Uint8Array(value)) }
  if (ArrayBuffer.isView(value)) return { $: 'bytes', value: bytesToText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw new Error('An object could not be cloned.')
  const entries = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeValue(item, inside)]))
  return '$' in value ? { $: 'object', value: entries } : entries
}

/** Encodes any value as the structured clone algorithm would copy it. Throws on functions and symbols. */
export function encodeValue(value: unknown, parents: readonly object[]): Encoded {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', value: Object.is(value, -0) ? '-0' : String(value) }
    case 'undefined':
      return { $: 'undefined' }
    case 'bigint':
      return { $: 'bigint', value: String(value) }
    case 'object':
      return value === null ? null : encodeObject(value, parents)
    case 'function':
    case 'symbol':
      throw new Error('An object could not be cloned.')
  }
}

/** Decodes a tagged object. Throws on a tag it does not know. */
export function decodeTagged(tag: unknown, value: Encoded | undefined): unknown {
  const items = Array.isArray(value) ? value : []
  const text = typeof value === 'string' ? value : ''
  switch (tag) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(value)
    case 'bigint':
      return BigInt(text)
    case 'date':
      return new Date(Number(value))
    case 'map':
      return new Map(items.map(pair => (Array.isArray(pair) ? [decodeValue(pair[0] ?? null), decodeValue(pair[1] ?? null)] : [undefined, undefined])))
    case 'set':
      return new Set(items.map(decodeValue))
    case 'error':
      return new Error(text)
    case 'buffer':
      return textToBytes(text).buffer
    case 'bytes':
      return textToBytes(text)
    case 'object':
      return decodeEntries(value)
    default:
      throw new Error(`Unknown kind of value: ${String(tag)}.`)
  }
}

/** Decodes the entries of a plain object; `__proto__` stays an ordinary key. */
export function decodeEntries(value: Encoded | undefined): unknown {
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, item]) => [key, decodeValue(item)]))
}

/** Decodes what `encodeValue` wrote. */
export function decodeValue(value: Encoded): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(decodeValue)
  return '$' in value ? decodeTagged(value.$, value.value) : decodeEntries(value)
}

/** A value as text for a wire that carries only strings. */
export function encode(value: unknown): string {
  return JSON.stringify(encodeValue(value, []))
}

/** The value that `encode` wrote. */
export function decode(text: string): unknown {
  return decodeValue(JSON.parse(text))
}

/** Everything a page needs to run the codec: functions that call one another by name, to be sent as source text. */
export const codecFunctions = [bytesToText, textToBytes, encodeObject, encodeValue, decodeTagged, decodeEntries, decodeValue, encode, decode]
