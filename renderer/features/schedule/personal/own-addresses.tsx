import { calendarScopes } from '#shared/protocol/calendar-addresses.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AddressRow } from '../components/address-row.tsx'
import { useCalendarAddresses } from '../hooks/use-calendar-addresses.ts'
import { ElsewherePart } from './elsewhere-part.tsx'

/** Secret addresses under which other programs read one's calendar. */
export function OwnAddresses() {
  const t = useT()
  const addresses = useCalendarAddresses()
  return (
    <ElsewherePart title={t('schedule.address.mine')} about={t('schedule.address.aboutMine')}>
      {addresses.isAway && <p role="status">{t('schedule.address.offline')}</p>}
      {calendarScopes.map((scope) => (
        <AddressRow key={scope} label={t(`schedule.address.scopes.${scope}`)} address={addresses.of(scope)} />
      ))}
    </ElsewherePart>
  )
}
