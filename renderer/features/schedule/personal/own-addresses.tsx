import { calendarScopes } from '#shared/protocol/calendar-addresses.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AddressRow } from '../components/address-row.tsx'
import { useCalendarAddresses } from '../hooks/use-calendar-addresses.ts'
import { useFirstAddress } from '../hooks/use-first-address.ts'
import { ElsewherePart } from './elsewhere-part.tsx'
import classes from './elsewhere.module.css'

/** Secret addresses under which other programs read one's calendar. */
export function OwnAddresses() {
  const t = useT()
  const addresses = useCalendarAddresses()
  const rows = useFirstAddress(addresses.isReady)
  return (
    <ElsewherePart title={t('schedule.address.mine')} about={t('schedule.address.aboutMine')}>
      {addresses.isAway && (
        <p className={classes.about} role="status">
          {t('schedule.address.offline')}
        </p>
      )}
      <div ref={rows} className={classes.rows}>
        {calendarScopes.map((scope) => (
          <AddressRow
            key={scope}
            label={t(`schedule.address.scopes.${scope}`)}
            address={addresses.of(scope)}
          />
        ))}
      </div>
    </ElsewherePart>
  )
}
