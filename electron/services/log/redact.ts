import os from 'node:os'

const MARK = '…'

/** What must not stand in a log, most telling first: each pattern with what is left of it. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [^-]*-----[\s\S]*?(?:-----END [^-]*-----|$)/g, `<key ${MARK}>`],
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi, `<token ${MARK}>`],
  [
    /\b(["']?(?:pin|password|passphrase|secret|token|authorization|privateKey)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}]+)/gi,
    `$1${MARK}`,
  ],
  [/\b[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}\b/g, `<token ${MARK}>`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, `<address ${MARK}>`],
  [/\b[0-9a-f]{32,}\b/gi, `<hex ${MARK}>`],
  [/\b(?:[A-Za-z0-9+/]{4}){16,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?/g, `<bytes ${MARK}>`],
  [/(?<![\d-])\d{9,12}(?![\d-])/g, `<number ${MARK}>`],
  [/([a-z]+:\/\/[^\s/?#]+[^\s?#]*)[?#]\S*/gi, `$1?${MARK}`],
]

/** Takes keys, tokens, PINs, addresses, long hex and base64, identity numbers, queries and the home folder out of a line. */
export function redact(line: string, home: string = os.homedir()): string {
  let safe = home.length > 1 ? line.replaceAll(home, '~') : line
  for (const [pattern, left] of patterns) safe = safe.replace(pattern, left)
  return safe
}
