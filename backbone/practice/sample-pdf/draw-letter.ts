import { addresseeLines, printedDate, receiverLines } from '#shared/domain/format/boxes.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { textWidth } from './letter-fonts.ts'
import type { Colour, PageCanvas } from './page-canvas.ts'

/** What stands on the page of a letter of the practice province. */
export interface LetterPage {
  readonly superior: string
  readonly agency: string
  readonly code: string
  readonly place: string
  readonly date: LocalDate
  readonly subject: string
  readonly addressees: readonly string[]
  readonly body: readonly string[]
  readonly receivers: readonly string[]
  readonly signatureLines: readonly string[]
  readonly signerName: string
}

const LEFT = 85
const WIDTH = 467
const LEFT_COLUMN = 185
const RIGHT_COLUMN = 420
const INK: Colour = [0.08, 0.22, 0.6]
const RED: Colour = [0.78, 0.13, 0.18]
const BLACK: Colour = [0, 0, 0]
const BODY_PT = 13
const LEADING = 18
const INDENT = 28

/** Boxes 1 to 9 of the official layout (Decree 30, Annex I), with a hand and a seal drawn in their places. */
export function drawLetter(page: PageCanvas, letter: LetterPage): void {
  drawHead(page, letter)
  const bottom = drawBody(page, letter)
  drawFoot(page, letter, Math.min(bottom - 24, 330))
}

function drawHead(page: PageCanvas, letter: LetterPage): void {
  page.centred(letter.superior.toLocaleUpperCase('vi'), 'regular', 10.5, LEFT_COLUMN, 778)
  page.centred(letter.agency.toLocaleUpperCase('vi'), 'bold', 12, LEFT_COLUMN, 763)
  rule(page, LEFT_COLUMN, 756, 60)
  page.centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold', 10.5, RIGHT_COLUMN, 778)
  page.centred('Độc lập - Tự do - Hạnh phúc', 'bold', 12.5, RIGHT_COLUMN, 762)
  rule(page, RIGHT_COLUMN, 755, 150)
  page.centred(`Số: ${letter.code}`, 'regular', 12, LEFT_COLUMN, 735)
  page.centred(`${letter.place}, ${printedDate(letter.date)}`, 'regular', 12, RIGHT_COLUMN, 735)
  for (const [index, line] of wrapped(page, `V/v ${letter.subject}`, 11, 215).entries())
    page.centred(line, 'regular', 11, LEFT_COLUMN, 718 - index * 13)
}

function drawBody(page: PageCanvas, letter: LetterPage): number {
  let y = 650
  const [first = '', ...others] = addresseeLines(letter.addressees)
  const isSingle = others.length === 0
  page.text(isSingle ? `Kính gửi: ${first}` : 'Kính gửi:', 'regular', BODY_PT, 180, y)
  for (const line of isSingle ? [] : [first, ...others]) {
    y -= LEADING
    page.text(line, 'regular', BODY_PT, 205, y)
  }
  y -= 12
  for (const paragraph of letter.body) {
    y -= 6
    for (const [index, line] of wrapped(page, paragraph, BODY_PT, WIDTH, INDENT).entries()) {
      y -= LEADING
      page.text(line, 'regular', BODY_PT, index === 0 ? LEFT + INDENT : LEFT, y)
    }
  }
  return y
}

function drawFoot(page: PageCanvas, letter: LetterPage, top: number): void {
  page.text('Nơi nhận:', 'bold', 12, LEFT, top)
  for (const [index, line] of receiverLines(letter.receivers).entries())
    page.text(line, 'regular', 11, LEFT, top - 14 * (index + 1))
  for (const [index, line] of letter.signatureLines.entries())
    page.centred(line, 'bold', BODY_PT, 435, top - 17 * index)
  page.path(
    '372 210 m 392 270 404 260 394 218 c 386 190 432 252 430 224 c 432 200 462 254 470 232 c 474 220 502 240 512 234 c',
    INK,
    1.6,
  )
  page.circle(370, 220, 44, RED, 2)
  page.circle(370, 220, 40, RED, 0.8)
  page.circle(370, 220, 24, RED, 0.8)
  page.path(starAt(370, 220, 16), RED)
  page.centred(letter.signerName, 'bold', BODY_PT, 435, 160)
  page.centred('LUYỆN TẬP – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ', 'regular', 9, 298, 30)
}

function starAt(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.382
    const angle = Math.PI / 2 + (index * Math.PI) / 5
    return `${(x + Math.cos(angle) * reach).toFixed(2)} ${(y + Math.sin(angle) * reach).toFixed(2)}`
  })
  return `${points.map((point, index) => `${point} ${index === 0 ? 'm' : 'l'}`).join(' ')} h`
}

function rule(page: PageCanvas, x: number, y: number, length: number): void {
  page.path(`${x - length / 2} ${y} m ${x + length / 2} ${y} l`, BLACK, 0.8)
}

function wrapped(page: PageCanvas, text: string, sizePt: number, width: number, indent = 0): string[] {
  const font = page.fonts.regular
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    const room = lines.length === 0 ? width - indent : width
    if (line !== '' && textWidth(font, longer, sizePt) > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
