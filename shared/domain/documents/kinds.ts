import { orderingLines, type DecidingKind } from '../format/ordering-line.ts'
import type { DocumentKind } from './document.ts'

/** What the law says of a kind of document. */
export interface KindFacts {
  /** Name in the official list and, in capitals, on the page (Decree 30 Art 7). */
  readonly name: string
  /** Begins the symbol, as `BC-SNV` (Annex III part I); null: the symbol names issuer and unit alone. */
  readonly abbreviation: string | null
  /** Whether `Kính gửi` must stand on the page: always in a công văn, in a báo cáo only to a superior body, in a thông báo, a giấy mời, a biên bản, a quyết định or a nghị quyết never (Annex I II.9). */
  readonly hasAddressees: 'always' | 'toSuperior' | 'never'
  /** Whether place and date stand above the text: not in minutes, which say both themselves (Annex III form 1.9). */
  readonly isDated: boolean
}

/** Facts of the kinds that have a skeleton here; `1.1` the nghị quyết, `1.2` the quyết định, `1.5` the công văn, `1.4` the named kinds, `1.7` the giấy mời, `1.9` the biên bản of Annex III part II. */
export const kindFacts: Readonly<Record<DocumentKind, KindFacts>> = {
  'cong-van': { name: 'Công văn', abbreviation: null, hasAddressees: 'always', isDated: true },
  'bao-cao': { name: 'Báo cáo', abbreviation: 'BC', hasAddressees: 'toSuperior', isDated: true },
  'thong-bao': { name: 'Thông báo', abbreviation: 'TB', hasAddressees: 'never', isDated: true },
  'giay-moi': { name: 'Giấy mời', abbreviation: 'GM', hasAddressees: 'never', isDated: true },
  'bien-ban': { name: 'Biên bản', abbreviation: 'BB', hasAddressees: 'never', isDated: false },
  'quyet-dinh': { name: 'Quyết định', abbreviation: 'QĐ', hasAddressees: 'never', isDated: true },
  'nghi-quyet': { name: 'Nghị quyết', abbreviation: 'NQ', hasAddressees: 'never', isDated: true },
}

/** Whether a symbol begins with the abbreviation of its kind, where the kind has one. */
export function hasSymbolOfKind(kind: DocumentKind, symbol: string): boolean {
  const { abbreviation } = kindFacts[kind]
  return abbreviation === null || symbol.normalize('NFC').startsWith(`${abbreviation}-`)
}

/** Whether a kind decides: bases, the ordering line, what is decided; who decides stands below the abstract (Annex III forms 1.1, 1.2). */
export const isDeciding = (kind: DocumentKind): kind is DecidingKind => kind in orderingLines
