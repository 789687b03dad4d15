import { useEffect } from 'react'
import { useDocument } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
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
  if (shown == null || text === undefined) return <SkeletonRows />
  return (
    <div className={classes.desk}>
      <OfficialPaper kind={shown.state.kind} fields={shown.state.fields} editable={false} onChange={nothing}>
        <BodyEditor text={text.doc} editable={false} label={t('drafting.page.body')} onReady={nothing} />
      </OfficialPaper>
    </div>
  )
}
