const KINDS =
  'Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Kết luận|Quy định|Quy chế|Kế hoạch|Chương trình|Đề án'
const BASIS = new RegExp(`Căn cứ\\s+(?:theo\\s+)?((?:${KINDS})\\s[^;.\\n]{3,400}(?:\\.\\d[^;.\\n]*)*)`, 'gu')
const MOST = 12

/** What a text rests on: each “Căn cứ <kind of law> …” of it without its closing mark, in order, each once (Decree 30 Annex I II.6). */
export function legalBasesIn(text: string): readonly string[] {
  const found = [...text.normalize('NFC').replaceAll(/\s+/gu, ' ').matchAll(BASIS)]
  const bases = found.map(([, law = '']) => `Căn cứ ${law.trim().replace(/[,:]$/u, '')}`)
  return [...new Set(bases)].slice(0, MOST)
}
