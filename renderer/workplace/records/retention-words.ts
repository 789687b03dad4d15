import type { CaseFileStatus } from '#shared/domain/records/case-file.ts'
import type { Retention } from '#shared/domain/records/retention.ts'
import { useT } from '../../i18n/language-provider.tsx'
import type { Tone } from '../../ui/chip.tsx'

/** `Vĩnh viễn`, `20 năm`. */
export function useRetentionWords(): (kept: Retention) => string {
  const t = useT()
  return (kept) =>
    kept === 'permanent' ? t('records.retention.permanent') : t('records.retention.years', { count: kept })
}

export const fileTones: Record<CaseFileStatus, Tone> = {
  open: 'info',
  closed: 'soon',
  submitted: 'shared',
  returned: 'over',
  archived: 'ok',
  destroyed: 'done',
}
