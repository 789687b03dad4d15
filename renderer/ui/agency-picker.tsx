import { useT } from '../i18n/language-provider.tsx'
import { EntityPicker } from './entity-picker.tsx'
import { Icon } from './icon.tsx'
import type { PickerProps } from './person-picker.tsx'

export function AgencyPicker(props: PickerProps) {
  const t = useT()
  return (
    <EntityPicker
      {...props}
      placeholder={t('common.picker.searchAgency')}
      picture={() => <Icon name="building-bank" />}
    />
  )
}
