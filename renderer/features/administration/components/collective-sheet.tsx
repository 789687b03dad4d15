import type { Collective } from '#shared/domain/directory/directory.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { CollectiveRows } from './collective-rows.tsx'
import { useCollectiveFields } from './use-collective-fields.ts'

interface CollectiveSheetProps {
  readonly collective: Collective
  readonly onClose: () => void
  /** Answers whether it was done. */
  readonly onChange: (collective: Collective) => Promise<boolean>
}

/** Changes what a body is called and who signs on its behalf; what it issued keeps the old words. */
export function CollectiveSheet({ collective, onClose, onChange }: CollectiveSheetProps) {
  const t = useT()
  const fields = useCollectiveFields(collective)
  const { asked } = fields
  const change = async (): Promise<void> => {
    if (asked !== undefined && (await onChange({ ...asked, id: collective.id }))) onClose()
  }
  return (
    <FormSheet
      title={t('administration.collectives.changeTitle')}
      description={t('administration.collectives.changeNote')}
      confirm={t('administration.collectives.save')}
      isReady={asked !== undefined}
      onClose={onClose}
      onConfirm={() => void change()}
    >
      <CollectiveRows {...fields} />
    </FormSheet>
  )
}
