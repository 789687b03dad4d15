import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { useToast } from '../../../ui/toast.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useAct } from '../../../workplace/use-act.ts'

/** Takes the next number out of use; the reason stays in the book (product R1). */
export function VoidNumber({ book, onClose }: { readonly book: BookRow; readonly onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const act = useAct()
  const toast = useToast()
  const number = formats.number(book.last + 1)
  const voidIt = (reason: string): void => {
    void act({ kind: 'book', id: book.id }, 'book.voidNumber', { reason }).then((done) => {
      if (done === undefined) return
      toast.show({ icon: 'book-2', text: t('registers.toast.voided', { number }) })
      onClose()
    })
  }
  return (
    <ReasonSheet
      place="corner"
      title={t('registers.void.title', { number })}
      description={t('registers.void.explain')}
      label={t('registers.void.reason')}
      confirm={t('registers.void.confirm')}
      onClose={onClose}
      onConfirm={voidIt}
    />
  )
}
