import type { Desk } from './desk-api.ts'

/** One of these for each desk, made when it is first asked for and forgotten with the desk. */
export function perDesk<T>(make: (desk: Desk) => T): (desk: Desk) => T {
  const made = new WeakMap<Desk, { readonly it: T }>()
  return (desk) => {
    const known = made.get(desk) ?? { it: make(desk) }
    made.set(desk, known)
    return known.it
  }
}
