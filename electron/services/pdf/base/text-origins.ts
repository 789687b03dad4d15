import { contentOperations } from './content-operations.ts'

/** Where a run of text begins, in the page's own units: `y` is its base line. */
export interface TextOrigin {
  readonly x: number
  readonly y: number
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `first` applied before `second` (ISO 32000-1, 8.3.4). */
function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [g, h, i, j, k, l] = second
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

function operands(content: Uint8Array, start: number, end: number): number[] {
  const text = String.fromCharCode(...content.subarray(start, end))
  return text.split(/\s+/).map(Number).filter(Number.isFinite)
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}

/** The origins of all text that a content stream shows itself, not in forms. */
export function textOrigins(content: Uint8Array): TextOrigin[] {
  const origins: TextOrigin[] = []
  const saved: Matrix[] = []
  let page = IDENTITY
  let line = IDENTITY
  for (const { operator, start, end } of contentOperations(content)) {
    if (operator === 'q') saved.push(page)
    else if (operator === 'Q') page = saved.pop() ?? IDENTITY
    else if (operator === 'cm') page = multiply(matrixOf(operands(content, start, end)), page)
    else if (operator === 'BT') line = IDENTITY
    else if (operator === 'Tm') line = matrixOf(operands(content, start, end))
    else if (operator === 'Td') {
      const [x = 0, y = 0] = operands(content, start, end)
      line = multiply([1, 0, 0, 1, x, y], line)
    } else if (operator === 'Tj' || operator === 'TJ') {
      const [, , , , x, y] = multiply(line, page)
      origins.push({ x, y })
    }
  }
  return origins
}
