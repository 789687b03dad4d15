import { useState } from 'react'
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { OwnAddresses } from './own-addresses.tsx'
import { OwnServer } from './own-server.tsx'
import { SubscribedCalendars } from './subscribed/subscribed-calendars.tsx'
import { SubscriptionSheet } from './subscribed/subscription-sheet.tsx'

/** What one's calendar has to do with calendars elsewhere, a part for each way. */
export function ElsewhereSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const [writing, setWriting] = useState<Subscription | 'new' | null>(null)
  if (writing !== null) return <SubscriptionSheet of={writing} onClose={() => setWriting(null)} />
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={720}
      title={t('schedule.mine.elsewhere.title')}
      onClose={onClose}
      onConfirm={onClose}
      footer={
        <Button variant="primary" autoFocus data-keys-rest onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <SubscribedCalendars onWrite={setWriting} />
      <OwnAddresses />
      <OwnServer />
    </SheetDialog>
  )
}
