import type { Flow } from '#shared/domain/configuration/settings.ts'
import { useUnits } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { usePostNames } from '../../../workplace/me.ts'

interface FlowWords {
  /** `Công văn, Báo cáo · Phòng Tổ chức, biên chế` */
  readonly reach: (flow: Flow) => string
  /** `Hồ Thị Lụa kiểm tra thể thức; Đặng Thị Ngọc Hà ký`; of null that there is no such flow. */
  readonly way: (flow: Flow | null) => string
}

/** A flow in words. */
export function useFlowWords(): FlowWords {
  const t = useT()
  const nameOf = usePostNames()
  const units = useUnits() ?? []
  const texts = 'administration.configuration.flows' as const
  const all = (names: readonly string[], none: string): string =>
    names.length === 0 ? none : names.join(', ')
  return {
    reach: ({ kinds, units: ids }) =>
      [
        all(
          kinds.map((kind) => t(`drafting.types.${kind}`)),
          t(`${texts}.allKinds`),
        ),
        all(
          ids.map((id) => units.find((unit) => unit.id === id)?.name ?? id),
          t(`${texts}.allUnits`),
        ),
      ].join(' · '),
    way: (flow) => {
      if (flow === null) return t(`${texts}.noFlow`)
      const { checker, signer } = flow
      return [
        checker === null ? t(`${texts}.unchecked`) : t(`${texts}.checkedBy`, { name: nameOf(checker) }),
        signer === null ? t(`${texts}.signerOfDirectory`) : t(`${texts}.signedBy`, { name: nameOf(signer) }),
      ].join('; ')
    },
  }
}
