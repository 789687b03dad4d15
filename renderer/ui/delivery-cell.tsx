import { useT } from '../i18n/language-provider.tsx'
import { Chip } from './chip.tsx'
import { cx } from './cx.ts'
import classes from './delivery-cell.module.css'
import { deliveryLook } from './delivery-looks.ts'
import { deliveryChipWords, deliveryWords } from './delivery-words.ts'
import type { DeliveryCellView, DeliveryCode } from './delivery.types.ts'
import { Icon } from './icon.tsx'

export interface DeliveryCellProps {
  readonly view: DeliveryCellView
  readonly isFocused?: boolean
  /** As in the legend, where the words stand beside it. */
  readonly isSmall?: boolean
}

/** The state at one recipient in 41 × 24 px: picture and code. */
export function DeliveryCell({ view, isFocused = false, isSmall = false }: DeliveryCellProps) {
  const t = useT()
  const look = deliveryLook(view)
  const words = deliveryWords(t, view)
  return (
    <span
      title={words}
      className={cx(classes.cell, classes[look.tone], isFocused && classes.focused, isSmall && classes.small)}
    >
      <Icon name={look.icon} size="s" stroke={2} className={classes.icon} />
      <span className="num" aria-hidden>
        {t(`states.delivery.${view.code}.short`)}
      </span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

/** The same state as a chip with its word. */
export function DeliveryChip({ code }: { readonly code: DeliveryCode }) {
  const t = useT()
  const look = deliveryLook({ code })
  return (
    <Chip tone={look.tone} icon={look.icon}>
      {deliveryChipWords(t, code)}
    </Chip>
  )
}
