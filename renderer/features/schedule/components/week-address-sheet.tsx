import type { Post } from '#shared/domain/directory/directory.ts'
import { weekScopeOf, weekToldBy } from '#shared/protocol/calendar-addresses.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { useCalendarAddresses } from '../hooks/use-calendar-addresses.ts'
import { useFirstAddress } from '../hooks/use-first-address.ts'
import { AddressRow } from './address-row.tsx'
import classes from './week-address-sheet.module.css'

interface WeekAddressSheetProps {
  readonly leaders: readonly Post[]
  readonly onClose: () => void
}

/** Secret addresses at which other programs read the published schedule, of all leaders or of one. */
export function WeekAddressSheet({ leaders, onClose }: WeekAddressSheetProps) {
  const t = useT()
  const people = usePeople()
  const addresses = useCalendarAddresses()
  const rows = useFirstAddress(addresses.isReady)
  const told = new Set(addresses.scopes.map((scope) => weekToldBy(scope)?.leader))
  const shown = new Set(leaders.map(({ id }) => id))
  // Who stands in no schedule any more still has an address that can be ended.
  const former = (people ?? []).filter(({ id }) => told.has(id) && !shown.has(id))
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={720}
      title={t('schedule.address.week')}
      description={t('schedule.address.aboutWeek')}
      onClose={onClose}
      onConfirm={onClose}
      footer={
        <Button variant="primary" autoFocus data-keys-rest onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {addresses.isAway && (
        <p className={classes.note} role="status">
          {t('schedule.address.offline')}
        </p>
      )}
      <div ref={rows} className={classes.rows}>
        <AddressRow label={t('schedule.address.allLeaders')} address={addresses.of(weekScopeOf())} />
        {[...leaders, ...former].map(({ id, name, title }) => (
          <AddressRow key={id} label={`${name} – ${title}`} address={addresses.of(weekScopeOf(id))} />
        ))}
      </div>
    </SheetDialog>
  )
}
