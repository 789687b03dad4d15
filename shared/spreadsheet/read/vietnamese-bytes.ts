/** Letters of TCVN 5712:1993 VN3 (fonts `.VnTime`), by byte. */
const TCVN3 = new Map<number, string>()
const letters: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]
for (const [first, row] of letters)
  Array.from(row).forEach((letter, index) => TCVN3.set(first + index, letter))

/** Where Windows-1258 differs from Latin-1: letters with their own places, and tones that follow a letter. */
const WINDOWS_1258 = new Map<number, string>([
  ...Array.from(
    '€\u0081‚ƒ„…†‡ˆ‰\u008a‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™\u009a›œ\u009d\u009eŸ',
    (letter, index) => [0x80 + index, letter] as const,
  ),
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
])

/** Texts of one byte a letter, as Vietnamese programs wrote them before Unicode. */
export const byteEncodings = { 'windows-1258': WINDOWS_1258, tcvn3: TCVN3 } as const
export type ByteEncoding = keyof typeof byteEncodings

/** Text whose characters are bytes, read in an encoding; composed (NFC). */
export function fromByteText(text: string, encoding: ByteEncoding): string {
  const table = byteEncodings[encoding]
  return Array.from(text, (letter) => table.get(letter.charCodeAt(0)) ?? letter)
    .join('')
    .normalize('NFC')
}

/** Words that stand in every register. */
const USUAL =
  /(?<!\p{L})(số|ngày|tháng|năm|văn|bản|đến|đi|sổ|đăng|ký|hiệu|trích|yếu|nội|nơi|nhận|gửi|người|cơ|chú|về|việc|của|và|sở|tỉnh|huyện|xã|phòng|kế|hoạch|báo|cáo|quyết|định|công|thông|tờ|trình)(?!\p{L})/giu

/** How much of a text reads as Vietnamese: usual words with their accents. */
export const vietnameseWords = (text: string): number => text.match(USUAL)?.length ?? 0

/**
 * A text of a sheet that was typed in a TCVN3 font into a Unicode program (`Sè ®Õn`), in Unicode; any other as it is. `sample`: texts of the
 * whole sheet, by which it is told.
 */
export function tcvn3Mender(sample: string): (text: string) => string {
  const isByteText = !/[^\u0000-\u00ff\u2010-\u2026]/.test(sample)
  const isMended = isByteText && vietnameseWords(fromByteText(sample, 'tcvn3')) > vietnameseWords(sample)
  return isMended ? (text) => fromByteText(text, 'tcvn3') : (text) => text
}
