import { useEffect } from 'react'
import { useNative } from '../native-context.tsx'

/** Tells main that the text of a draft is on screen; undefined while none is. Files that are drawn main sees by itself. */
export function useDraftAccess(document: string | undefined): void {
  const native = useNative()
  useEffect(() => {
    if (document !== undefined) void native.invoke('access.draftShown', document)
  }, [native, document])
}
