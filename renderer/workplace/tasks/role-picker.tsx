import type { TaskRole } from '#shared/domain/work/task.ts'
import { useT } from '../../i18n/language-provider.tsx'
import type { FieldIds } from '../../ui/field-row.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { useGroupOptions } from '../groups/use-group-options.ts'
import { postOf, usePeopleOptions } from './people-options.ts'

/** Options chosen for each part, in the order chosen. */
export type ChosenByRole = Readonly<Record<TaskRole, readonly string[]>>

interface RolePickerProps {
  readonly role: TaskRole
  readonly roles: readonly TaskRole[]
  readonly field: FieldIds
  readonly chosen: ChosenByRole
  readonly isAutoFocused: boolean
  readonly onChange: (of: (now: readonly string[]) => readonly string[]) => void
  /** The lead was chosen: what comes next has the keys. */
  readonly onLead: () => void
}

/** Who has one part of what is given on; whoever has another is not offered, and several may be chosen by their group. */
export function RolePicker({ role, roles, field, chosen, isAutoFocused, onChange, onLead }: RolePickerProps) {
  const t = useT()
  const all = usePeopleOptions()
  const options = all.filter(
    (one) => !roles.some((other) => other !== role && chosen[other].includes(one.id)),
  )
  const grouping = useGroupOptions('people', {
    chosen: roles.flatMap((one) => chosen[one].map(postOf)),
    options,
    onTakeOut: (ids) => onChange((now) => now.filter((one) => !ids.includes(one))),
  })
  return (
    <PersonPicker
      label={t(`states.part.${roleWords[role]}`)}
      field={field}
      options={options}
      value={chosen[role]}
      isMany={role !== 'lead'}
      isAutoFocused={isAutoFocused}
      grouping={grouping}
      onChange={(ids) => {
        onChange(() => ids)
        if (role === 'lead' && ids.length > 0) onLead()
      }}
    />
  )
}

export const roleWords = { lead: 'lead', cooperating: 'support', inform: 'inform' } as const
