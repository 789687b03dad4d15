import { createContext, use, type ReactNode } from 'react'
import { ReadersProvider } from '../database/office-context.tsx'
import type { Desk } from './desk-api.ts'

const context = createContext<Desk | null>(null)

/** Gives the screens below it a desk: `useDesk` to act, the hooks of `database/use-live` to see. */
export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return (
    <context.Provider value={desk}>
      <ReadersProvider value={desk.readers}>{children}</ReadersProvider>
    </context.Provider>
  )
}

/** Throws outside a `DeskProvider`. */
export function useDesk(): Desk {
  const desk = use(context)
  if (desk === null) throw new TypeError('no DeskProvider above')
  return desk
}
