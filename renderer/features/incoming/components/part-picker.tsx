import { useT } from '../../../i18n/language-provider.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { useGroupOptions } from '../../../workplace/groups/use-group-options.ts'
import { postOf, usePeopleOptions } from '../../../workplace/tasks/people-options.ts'

/** Who does what in a directive (Decree 30 Art 23.2): posts, each in one part only. */
export interface Parts {
  readonly lead: string | null
  readonly cooperating: readonly string[]
  readonly inform: readonly string[]
}

/** The part that changes. */
export type PartsChange = Partial<{ lead: string | null; cooperating: string[]; inform: string[] }>

interface PartPickerProps {
  readonly part: 'lead' | 'support' | 'inform'
  readonly parts: Parts
  /** Changes what stands now, whatever was shown when it was chosen. */
  readonly onChange: (change: (now: Parts) => PartsChange) => void
  readonly isAutoFocused?: boolean
}

/** Picks who has one part; whoever has another is not offered. */
export function PartPicker({ part, parts, onChange, isAutoFocused = false }: PartPickerProps) {
  const t = useT()
  const options = usePeopleOptions()
  const lead = parts.lead === null ? [] : [parts.lead]
  const own = { lead, support: parts.cooperating, inform: parts.inform }[part]
  const taken = [...lead, ...parts.cooperating, ...parts.inform]
  const label = t(`states.part.${part}`)
  const open = options.filter((one) => own.includes(one.id) || !taken.includes(postOf(one.id)))
  const set = (next: (own: readonly string[]) => readonly string[]): void =>
    onChange(({ cooperating, inform }) =>
      part === 'support' ? { cooperating: [...next(cooperating)] } : { inform: [...next(inform)] },
    )
  const grouping = useGroupOptions('people', {
    chosen: taken,
    options: open,
    onTakeOut: (ids) => set((now) => now.filter((one) => !ids.includes(one))),
  })
  return (
    <PeopleRow
      label={label}
      options={open}
      grouping={grouping}
      value={own}
      isMany={part !== 'lead'}
      isAutoFocused={isAutoFocused}
      onChange={(ids) => {
        const posts = [...new Set(ids.map(postOf))]
        if (part === 'lead') onChange(() => ({ lead: posts[0] ?? null }))
        else set(() => posts)
      }}
    />
  )
}
