import { useEffect, useState } from 'react'
import { useDesk } from '../../../sync/desk-context.tsx'
import type { DraftText } from '../../../sync/desk-api.ts'

/** The text of a draft while the screen is open; saved and let go when it closes. */
export function useDraftText(document: string): DraftText | undefined {
  const desk = useDesk()
  const [text, setText] = useState<DraftText | undefined>(undefined)
  useEffect(() => {
    let opened: DraftText | undefined
    let isCurrent = true
    void desk.openText(document).then((one) => {
      opened = one
      if (isCurrent) setText(one)
      else void one.close()
    })
    return () => {
      isCurrent = false
      setText(undefined)
      void opened?.close()
    }
  }, [desk, document])
  return text
}
