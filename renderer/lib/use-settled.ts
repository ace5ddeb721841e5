import { useEffect, useState } from 'react'

/** A value once it has stood still for `ms`, so that a paper is not drawn anew with every key. */
export function useSettled<T>(value: T, ms = 300): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
