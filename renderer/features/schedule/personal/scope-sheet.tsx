import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import type { Scope } from './appointment-sheet.tsx'

interface ScopeSheetProps {
  readonly title: string
  readonly description: string
  readonly onClose: () => void
  readonly onDone: (scope: Scope) => void
}

/** Whether one time of several is meant, or all. */
export function ScopeSheet({ title, description, onClose, onDone }: ScopeSheetProps) {
  const t = useT()
  return (
    <SheetDialog
      isOpen
      place="middle"
      title={title}
      description={description}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => onDone('all')}>{t('schedule.mine.scope.all')}</Button>
          <Button variant="primary" autoFocus onClick={() => onDone('one')}>
            {t('schedule.mine.scope.one')}
          </Button>
        </>
      }
    />
  )
}
