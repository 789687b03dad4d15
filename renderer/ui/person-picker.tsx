import { useT } from '../i18n/language-provider.tsx'
import { Avatar } from './avatar.tsx'
import { EntityPicker } from './entity-picker.tsx'
import type { FieldIds } from './field-row.tsx'
import type { Grouping, PickerOption } from './picker-search.ts'

export interface PickerProps {
  readonly label: string
  readonly options: readonly PickerOption[]
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly isMany?: boolean
  readonly isAutoFocused?: boolean
  readonly field?: FieldIds | undefined
  /** Groups offered beside; only where several may be chosen. */
  readonly grouping?: Grouping | undefined
}

export function PersonPicker(props: PickerProps) {
  const t = useT()
  return (
    <EntityPicker
      {...props}
      placeholder={t('common.picker.searchPerson')}
      picture={(option) => <Avatar name={option.name} />}
    />
  )
}
