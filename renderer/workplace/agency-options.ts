import { useMemo } from 'react'
import { useCorrespondents } from '../database/use-live.ts'
import { useT } from '../i18n/language-provider.tsx'
import type { PickerOption } from '../ui/picker-search.ts'

/** Every agency one may write to, by its code, with whether the axis knows it. */
export function useAgencyOptions(): readonly PickerOption[] {
  const t = useT()
  const known = useCorrespondents()
  return useMemo(
    () =>
      (known ?? []).map((one) => ({
        id: one.code,
        name: one.name,
        detail: one.code,
        note: t(one.onBackbone ? 'common.picker.onAxis' : 'common.picker.notFound'),
        noteTone: one.onBackbone ? ('ok' as const) : ('soon' as const),
      })),
    [known, t],
  )
}
