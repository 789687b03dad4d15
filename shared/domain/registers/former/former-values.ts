import type { LocalDate } from '../../../kernel/instant.ts'
import { dayOfSerial } from '../../../spreadsheet/read/serial-day.ts'
import type { CellValue } from '../../../spreadsheet/table.ts'

/** A cell as text, blanks collapsed. */
export function cellText(cell: CellValue): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return shownDay(cell.date)
  return String(cell).replaceAll(/\s+/g, ' ').trim()
}

const shownDay = (date: LocalDate): string => date.split('-').toReversed().join('/')

/** Serial numbers of days from 1955 to 2119; smaller and larger ones are no days of a register. */
const isSerial = (value: number): boolean => value >= 20_000 && value <= 80_000

const TIME = /[\sT]+\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*(?:AM|PM|SA|CH))?Z?$/i

/**
 * The day of a cell: a day, a serial number, `12/3/2019`, `12-03-19`, `2019-03-12`, `ngày 12 tháng 3 năm 2019`, or `12/3` in the year of the
 * register. Undefined when it is none; day before month, as Vietnam writes.
 */
export function dayOfCell(cell: CellValue, registerYear: number): LocalDate | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'object') return cell.date
  if (typeof cell === 'number') return isSerial(cell) ? dayOfSerial(cell) : undefined
  const text = cell.trim().replace(TIME, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso !== null) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts =
    /^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{2}|\d{4}))?$/.exec(text) ??
    /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*năm\s*(\d{4}))?$/iu.exec(text)
  if (parts === null) return /^\d{5}$/.test(text) ? dayOfCell(Number(text), registerYear) : undefined
  const year = parts[3] === undefined ? registerYear : fullYear(Number(parts[3]), registerYear)
  return realDay(year, Number(parts[2]), Number(parts[1]))
}

/** `19` → the year nearest to the register's that ends so. */
function fullYear(year: number, registerYear: number): number {
  if (year >= 100) return year
  const same = Math.floor(registerYear / 100) * 100 + year
  return [same - 100, same, same + 100].toSorted(
    (a, b) => Math.abs(a - registerYear) - Math.abs(b - registerYear),
  )[0] as number
}

function realDay(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1900 && year <= 2199 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

/** A register's number and the letter some add to it (`125a`, `125 bis`). */
export interface NumberRead {
  readonly number: number
  /** What stands behind the number: `a`, `bis`, or a symbol without its stroke. */
  readonly rest: string
}

/**
 * The number of a cell: `4812`, `4.812` and `4 812` (grouped in thousands), `0125`, `125/QĐ-UBND`, `125a`. A sheet may have made the number
 * 4,812 of `4.812`. Undefined when no number stands at its beginning.
 */
export function numberOfCell(cell: CellValue): NumberRead | undefined {
  if (cell === null || typeof cell === 'object') return undefined
  if (typeof cell === 'number') {
    const whole = Number.isInteger(cell) ? cell : Math.round(cell * 1000)
    const isGrouped = Math.abs(whole - cell * 1000) < 1e-6 && cell < 1000
    return (Number.isInteger(cell) || isGrouped) && isNumber(whole) ? { number: whole, rest: '' } : undefined
  }
  const found = /^(?:số\s*:?\s*)?(\d{1,3}(?:[.\u00a0 ]\d{3})+(?!\d)|\d{1,7})\s*(.*)$/isu.exec(cell.trim())
  if (found === null) return undefined
  const number = Number((found[1] ?? '').replaceAll(/\D/g, ''))
  return isNumber(number) ? { number, rest: (found[2] ?? '').replace(/^[/\\\s]+/, '').trim() } : undefined
}

const isNumber = (value: number): boolean => Number.isInteger(value) && value > 0 && value <= 9_999_999
