import { useEffect, useState } from 'react'

const REST_MS = 180

/** The value once it has stayed the same for a moment: pages are not drawn for hits that are only passed by. */
export function useResting<T>(value: T): T {
  const [resting, setResting] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return resting
}
