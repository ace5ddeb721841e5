import { useState } from 'react'

/**
 * The text in the search field, which also stands in the address. Typing is never held up by the address;
 * an address that comes from elsewhere (the palette, Back, the navigation) goes into the field.
 */
export function useTypedSearch(inAddress: string): [string, (text: string) => void] {
  const [typed, setTyped] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  const [onTheWay, setOnTheWay] = useState<readonly string[]>([])
  if (inAddress !== seen) {
    const at = onTheWay.indexOf(inAddress)
    setSeen(inAddress)
    setOnTheWay(onTheWay.slice(at + 1))
    if (at < 0) setTyped(inAddress)
  }
  const type = (text: string) => {
    setTyped(text)
    setOnTheWay(before => (text === before.at(-1) ? before : [...before, text]))
  }
  return [typed, type]
}
