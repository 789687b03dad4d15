import type { Translate } from '../i18n/messages.ts'
import type { DeliveryCellView, DeliveryCode } from './delivery.types.ts'

const isNumbered = (code: DeliveryCode): boolean => /^\d\d$/.test(code)

/** `Đã đến (01)`; states without a code of the axis are said by word alone. */
export function deliveryWords(t: Translate, { code, isLate = false }: DeliveryCellView): string {
  const word = isLate ? t('states.delivery.late') : t(`states.delivery.${code}.word`)
  return isNumbered(code) ? t('states.delivery.withCode', { word, code }) : word
}

/** `Từ chối tiếp nhận · 02` */
export function deliveryChipWords(t: Translate, code: DeliveryCode): string {
  const word = t(`states.delivery.${code}.word`)
  return isNumbered(code) ? t('states.delivery.chip', { word, code }) : word
}
