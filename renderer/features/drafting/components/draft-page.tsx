import { useEffect, useRef, type ReactNode } from 'react'
import { useDocument } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { useDraftAccess } from '../../../workplace/accesses/use-draft-access.ts'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import { useFittingZoom } from '../../../workplace/use-fitting-zoom.ts'
import { useDraftText } from '../hooks/use-draft-text.ts'
import { BodyEditor } from './body-editor.tsx'
import classes from './editor.module.css'
import { OfficialPaper } from './official-paper.tsx'

const nothing = (): void => undefined

/** The page of a draft beside a list, to be read before it is initialled. */
export function DraftPage({ id }: { readonly id: string }) {
  const t = useT()
  const shown = useDocument(id)
  const text = useDraftText(id)
  const seen = useSeenDocuments()
  const document = text === undefined ? undefined : shown?.state
  useEffect(() => {
    if (document !== undefined) seen.mark(document)
  }, [seen, document])
  useDraftAccess(document?.id)
  if (shown == null || text === undefined) return <SkeletonRows />
  return (
    <FittedDesk>
      <OfficialPaper kind={shown.state.kind} fields={shown.state.fields} editable={false} onChange={nothing}>
        <BodyEditor text={text.doc} editable={false} label={t('drafting.page.body')} onReady={nothing} />
      </OfficialPaper>
    </FittedDesk>
  )
}

/** Beside a list a page is read whole in its width. */
function FittedDesk({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const zoom = useFittingZoom(place)
  return (
    <div ref={place} className={classes.desk}>
      <div style={{ zoom }}>{children}</div>
    </div>
  )
}
