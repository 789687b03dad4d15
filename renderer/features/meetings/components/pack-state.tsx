import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { packOf } from '#shared/domain/meetings/pack.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useMissingOf } from '../../../workplace/use-files-here.ts'

/** Whether the papers of a meeting can be read on this machine when there is no network. */
export function PackState({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const pack = packOf(meeting)
  const missing = useMissingOf(pack)
  if (pack.length === 0 || missing === undefined) return null
  return missing === 0 ? (
    <Chip tone="ok" icon="circle-check">
      {t('meetings.pack.here', { count: pack.length })}
    </Chip>
  ) : (
    <Chip tone="soon" icon="download">
      {t('meetings.pack.coming', { here: pack.length - missing, count: pack.length })}
    </Chip>
  )
}
