import * as Y from 'yjs'
import { fromBase64 } from '../../kernel/bytes.ts'
import { foldText } from '../../kernel/text-folding.ts'
import { paragraphsOf } from './secret-text.ts'

/** What the text of minutes says, each by the words the form begins it with (Decree 30 Annex III form 1.9), in the order of the page. */
export const minutesParts = [
  'Thời gian bắt đầu',
  'Địa điểm',
  'Thành phần tham dự',
  'Chủ trì',
  'Thư ký',
  'Nội dung',
  'kết thúc vào',
] as const

/** The parts that the text of minutes lacks; all of them while there is no text. `text`: Yjs state, base64. */
export function missingMinutesParts(text: string | null): readonly string[] {
  if (text === null) return minutesParts
  const opened = new Y.Doc()
  Y.applyUpdate(opened, fromBase64(text))
  const written = foldText(paragraphsOf(opened).join('\n'))
  opened.destroy()
  return minutesParts.filter((part) => !written.includes(foldText(part)))
}
