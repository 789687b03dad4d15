import { useMemo } from 'react'
import type { RouteFieldLabels } from '#shared/pdf/route-fields.ts'
import { useT } from '../../../i18n/language-provider.tsx'

/** What the fields of a rendered page are called for whoever reads the PDF by ear. */
export function useFieldLabels(): RouteFieldLabels {
  const t = useT()
  return useMemo(
    () => ({
      initials: () => t('drafting.fields.initials'),
      leader: t('drafting.fields.leader'),
      number: t('drafting.fields.number'),
      date: t('drafting.fields.date'),
      seal: t('drafting.fields.seal'),
    }),
    [t],
  )
}
