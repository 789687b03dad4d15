import { startPrinter } from './print-html.ts'

interface ScannedLetter {
  readonly agency: string
  readonly code: string
  readonly placeAndDate: string
  readonly subject: string
  readonly lines: readonly string[]
}

/** A letter as the picture that a scanner made of it, at 150 dots per inch: no text layer. */
export async function aScannedLetter(letter: ScannedLetter): Promise<Uint8Array> {
  const printer = await startPrinter()
  try {
    return await printer.picture(pageOf(letter), { width: 794, height: 1123, scale: 150 / 96 })
  } finally {
    await printer.close()
  }
}

const pageOf = ({ agency, code, placeAndDate, subject, lines }: ScannedLetter): string => `
  <body style="margin: 76px 76px 76px 113px; font: 19px/1.5 'Times New Roman', 'Liberation Serif', serif">
    <table style="width: 100%; text-align: center; font-size: 17px">
      <tr><td><b>${agency}</b></td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b></td></tr>
      <tr><td>Số: ${code}<br>V/v ${subject}</td><td><i>${placeAndDate}</i></td></tr>
    </table>
    <p style="text-align: center">Kính gửi: Sở Nội vụ tỉnh Minh Giang</p>
    ${lines.map((line) => `<p>${line}</p>`).join('')}
  </body>`
