import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sheet = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8')

type Scheme = 'light' | 'dark'

function tokensOf(scheme: Scheme): Map<string, string> {
  const block = new RegExp(`data-mantine-color-scheme='${scheme}'\\] {([^}]*)}`).exec(sheet)![1]!
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]))
}

/** Relative luminance of WCAG 2.2. */
function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrastOf(one: string, other: string): number {
  const [low, high] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const TEXT = 4.5
const BORDER = 3
const pairs: [foreground: string, background: string, floor: number][] = [
  ...['surface', 'canvas', 'side', 'raised', 'accent-bg'].flatMap((ground): [string, string, number][] => [
    ['text', ground, TEXT],
    ['dim', ground, TEXT],
    ['faint', ground, TEXT],
  ]),
  ['accent', 'surface', TEXT],
  ['accent', 'canvas', TEXT],
  ['accent', 'accent-bg', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['ok', 'ok-bg', TEXT],
  ['ok', 'surface', TEXT],
  ['ok', 'side', TEXT],
  ['soon', 'soon-bg', TEXT],
  ['soon', 'surface', TEXT],
  ['soon', 'side', TEXT],
  ['over', 'over-bg', TEXT],
  ['over', 'surface', TEXT],
  ['over', 'side', TEXT],
  ['shared', 'shared-bg', TEXT],
  ['done', 'done-bg', TEXT],
  ['on-flash', 'flash', TEXT],
  ['on-toast', 'toast', TEXT],
  ['toast-accent', 'toast', TEXT],
  ['ink', 'paper', TEXT],
  ['ink', 'highlight', TEXT],
  ['seal', 'paper', TEXT],
  ['line-strong', 'surface', BORDER],
  ['line-strong', 'raised', BORDER],
  ['accent', 'accent-bg', BORDER],
]

describe.each(['light', 'dark'] as const)('%s tokens', (scheme) => {
  const tokens = tokensOf(scheme)

  it.each(pairs)('%s on %s reaches %s', (foreground, background, floor) => {
    expect(contrastOf(tokens.get(foreground)!, tokens.get(background)!)).toBeGreaterThanOrEqual(floor)
  })

  it('names the same tokens as the other scheme', () => {
    const other = tokensOf(scheme === 'light' ? 'dark' : 'light')
    expect([...tokens.keys()]).toEqual([...other.keys()])
  })
})
