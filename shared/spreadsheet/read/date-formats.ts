import type { XmlParts } from './xml-parts.ts'

/** Built-in formats that show a day (ECMA-376 part 1, 18.8.30), those of East Asian programs included. */
const isBuiltInDay = (format: number): boolean =>
  (format >= 14 && format <= 17) ||
  format === 22 ||
  (format >= 27 && format <= 31) ||
  format === 36 ||
  (format >= 50 && format <= 58)

/** Which cell styles show a day, by their place in `cellXfs`. */
export async function dateFormatsOf(parts: XmlParts): Promise<ReadonlySet<number>> {
  const days = new Set<number>()
  if (!parts.has('xl/styles.xml')) return days
  const own = new Set<number>()
  let style = 0
  let isInCells = false
  await parts.parse('xl/styles.xml', {
    open: (name, attribute) => {
      if (name === 'cellXfs') isInCells = true
      const format = Number(attribute('numFmtId') ?? '0')
      if (name === 'numFmt' && showsDay(attribute('formatCode') ?? '')) own.add(format)
      if (name === 'xf' && isInCells) {
        if (own.has(format) || isBuiltInDay(format)) days.add(style)
        style++
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return days
}

/** A format with a day or year outside of quotes, escapes and brackets. */
const showsDay = (code: string): boolean =>
  /[dy]/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, ''))
