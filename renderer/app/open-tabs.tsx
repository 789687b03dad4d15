import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { DocumentTab } from '../ui/document-tabs.tsx'

interface OpenTabs {
  readonly tabs: readonly DocumentTab[]
  /** Opens a tab, or gives the open one its new title. */
  readonly show: (tab: DocumentTab) => void
  readonly close: (id: string) => void
}

const context = createContext<OpenTabs | null>(null)

/** Remembers which documents are open; their id is their address. Lives as long as the window and the person at it. */
export function OpenTabsProvider({ children }: { readonly children: ReactNode }) {
  const [tabs, setTabs] = useState<readonly DocumentTab[]>([])
  const show = useCallback((tab: DocumentTab) => {
    setTabs((now) =>
      now.some((one) => one.id === tab.id)
        ? now.map((one) => (one.id === tab.id ? tab : one))
        : [...now, tab],
    )
  }, [])
  const close = useCallback((id: string) => setTabs((now) => now.filter((one) => one.id !== id)), [])
  const value = useMemo(() => ({ tabs, show, close }), [tabs, show, close])
  return <context.Provider value={value}>{children}</context.Provider>
}

/** Throws outside an `OpenTabsProvider`. */
export function useOpenTabs(): OpenTabs {
  const tabs = use(context)
  if (tabs === null) throw new TypeError('no OpenTabsProvider above')
  return tabs
}

/** Keeps a tab for the document at this address while its title is known. */
export function useTab(id: string, icon: DocumentTab['icon'], title: string | undefined): void {
  const { show } = useOpenTabs()
  useEffect(() => {
    if (title !== undefined) show({ id, icon, title })
  }, [show, id, icon, title])
}
