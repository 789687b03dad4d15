import type { ReactNode } from 'react'
import { SheetDialog } from './sheet-dialog.tsx'
import { SheetFooter, type SheetFooterProps } from './sheet-footer.tsx'

export interface FormSheetProps extends Omit<SheetFooterProps, 'isReady'> {
  readonly title: string
  readonly description?: ReactNode
  /** Whether it can be done as it stands; otherwise its button is off. */
  readonly isReady?: boolean
  readonly place?: 'corner' | 'middle'
  /** px */
  readonly width?: number
  readonly children?: ReactNode
}

/** A sheet that asks for something and does one thing with it: Cancel, or the act with `Ctrl Enter`. */
export function FormSheet({
  title,
  description,
  isReady = true,
  place = 'middle',
  width,
  children,
  ...foot
}: FormSheetProps) {
  return (
    <SheetDialog
      isOpen
      place={place}
      title={title}
      description={description}
      onClose={foot.onClose}
      onConfirm={foot.onConfirm}
      footer={<SheetFooter {...foot} isReady={isReady} />}
      {...(width === undefined ? {} : { width })}
    >
      {children}
    </SheetDialog>
  )
}
