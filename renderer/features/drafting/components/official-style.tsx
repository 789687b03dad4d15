import { officialPageStyle } from '#shared/domain/format/official-page-style.ts'
import { styleNonce } from '../../../ui/style-nonce.ts'

/** The style of the official page, the same text that the printed page carries. */
export function OfficialStyle() {
  return <style nonce={styleNonce()}>{officialPageStyle}</style>
}
