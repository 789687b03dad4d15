import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { OwnAddresses } from './own-addresses.tsx'
import { OwnServer } from './own-server.tsx'

/** What one's calendar has to do with calendars elsewhere, a part for each way. */
export function ElsewhereSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={720}
      title={t('schedule.mine.elsewhere.title')}
      onClose={onClose}
      onConfirm={onClose}
      footer={
        <Button variant="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <OwnAddresses />
      <OwnServer />
    </SheetDialog>
  )
}
