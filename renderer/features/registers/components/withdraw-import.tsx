import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useAct } from '../../../workplace/use-act.ts'

interface WithdrawImportProps {
  readonly row: FormerImport
  readonly onClose: () => void
}

/** Takes a whole import back: all its lines and files, as one act with a reason. */
export function WithdrawImport({ row, onClose }: WithdrawImportProps) {
  const t = useT()
  const act = useAct()
  const toast = useToast()
  const withdraw = (reason: string): void => {
    void act({ kind: 'former-import', id: row.id }, 'former-import.withdraw', { reason }).then((done) => {
      if (done === undefined) return
      toast.show({ icon: 'arrow-back-up', text: t('former.toast.withdrawn', { name: row.name }) })
      onClose()
    })
  }
  return (
    <ReasonSheet
      place="corner"
      title={t('former.withdraw.title', { name: row.name })}
      description={t('former.withdraw.explain')}
      label={t('former.withdraw.reason')}
      confirm={t('former.withdraw.confirm')}
      onClose={onClose}
      onConfirm={withdraw}
    />
  )
}
