import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const TEMPLATE = new URL('../fixtures/pdf/official-letter.html', import.meta.url)

const FACES = [
  { file: '400Regular/Tinos_400Regular.ttf', weight: 400, style: 'normal' },
  { file: '400Regular_Italic/Tinos_400Regular_Italic.ttf', weight: 400, style: 'italic' },
  { file: '700Bold/Tinos_700Bold.ttf', weight: 700, style: 'normal' },
  { file: '700Bold_Italic/Tinos_700Bold_Italic.ttf', weight: 700, style: 'italic' },
] as const

/** The bytes of one face of Tinos. */
export function tinosFace(file: (typeof FACES)[number]['file']): Uint8Array {
  return new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}`)))
}

/** An invented official letter with every field of a route as placeholders; more paragraphs make more pages. */
export function officialLetterHtml({
  paragraphs = 8,
  rows = 6,
}: { paragraphs?: number; rows?: number } = {}): string {
  const faces = FACES.map(({ file, weight, style }) => {
    const data = Buffer.from(tinosFace(file)).toString('base64')
    return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${data})}`
  })
  const row = (i: number) =>
    `<tr><td>Rà soát hồ sơ đợt ${i + 1}</td><td>Hồ sơ</td><td>Tháng ${(i % 12) + 1}</td></tr>`
  const paragraph = (i: number) =>
    `<p>${i + 1}. Các cơ quan phân công người chịu trách nhiệm, bảo đảm dữ liệu đầy đủ, chính xác, thống nhất; ` +
    `gửi báo cáo bằng văn bản điện tử có ký số về Sở để tổng hợp, báo cáo cấp có thẩm quyền theo quy định.</p>`
  return readFileSync(TEMPLATE, 'utf8')
    .replace('/*FONTS*/', faces.join('\n'))
    .replace('<!--ROWS-->', Array.from({ length: rows }, (_, i) => row(i)).join('\n'))
    .replace('<!--PARAGRAPHS-->', Array.from({ length: paragraphs }, (_, i) => paragraph(i)).join('\n'))
}
