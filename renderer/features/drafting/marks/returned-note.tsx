import { useCallback, useMemo } from 'react'
import type { Returned } from '#shared/domain/documents/document.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import editor from '../components/editor.module.css'
import { MarkList } from './mark-list.tsx'
import classes from './marks.module.css'

interface ReturnedNoteProps {
  readonly returned: Returned
  readonly isPageShown: boolean
  readonly onShowPage: (isShown: boolean) => void
}

/** Why it came back: words, or marks that `B` shows on the page as it was then. */
export function ReturnedNote({ returned, isPageShown, onShowPage }: ReturnedNoteProps) {
  const t = useT()
  const { reason, marked } = returned
  const isMarked = marked !== undefined
  const toggle = useCallback(() => onShowPage(!isPageShown), [onShowPage, isPageShown])
  useVerbs(
    useMemo(
      () =>
        isMarked
          ? [
              verb('document.marks', isPageShown ? 'verbs.hideMarks' : 'verbs.showMarks', toggle, {
                icon: 'file-text',
                shortcut: 'KeyB',
              }),
            ]
          : [],
      [isMarked, isPageShown, toggle],
    ),
  )
  return (
    <div className={editor.returned} role="status">
      {marked === undefined ? (
        t('drafting.returnedWith', { reason })
      ) : (
        <div className={classes.note}>
          <div className={classes.noteWords}>
            {t('drafting.marks.returned', { count: marked.marks.length })}
            <MarkList marks={marked.marks} />
          </div>
          <Button size="small" keyHint="B" onClick={toggle}>
            {t(isPageShown ? 'verbs.hideMarks' : 'verbs.showMarks')}
          </Button>
        </div>
      )}
    </div>
  )
}
