/** Abbreviations of the named kinds and of copies: in their symbols they stand first (Decree 30 Annex III part I). Case counts. */
export const kindAbbreviations = [
  'NQ',
  'QĐ',
  'CT',
  'QC',
  'QyĐ',
  'TC',
  'TB',
  'HD',
  'CTr',
  'KH',
  'PA',
  'ĐA',
  'DA',
  'BC',
  'BB',
  'TTr',
  'HĐ',
  'CĐ',
  'BGN',
  'BTT',
  'GUQ',
  'GM',
  'GGT',
  'GNP',
  'PG',
  'PC',
  'PB',
  'SY',
  'TrS',
  'SL',
] as const

/** Groups of letters joined by hyphens, nothing between them; local abbreviations may have small letters and dots (Decree 30 Annex I II.3c). */
const GROUPS = /^[^\s/\p{Pd}]+(-[^\s/\p{Pd}]+)+$/u

/** Whether a symbol has the form `SNV-TCBC`: issuer, then drafting unit or field (Decree 30 Annex I II.3b). */
export const isSymbolFormed = (symbol: string): boolean => GROUPS.test(symbol.normalize('NFC'))

/** Whether a symbol begins like that of a named kind, as `QĐ-SNV`; a công văn's may not (Decree 30 Annex III part I). */
export const isSymbolOfNamedKind = (symbol: string): boolean =>
  kindAbbreviations.some((kind) => symbol.normalize('NFC').startsWith(`${kind}-`))
