/** The texts and rows of a chain of custody as a page; everything in the reader's language. */
export interface CustodyPage {
  readonly language: string
  readonly title: string
  /** What it is about and where it comes from: label and value. */
  readonly facts: readonly (readonly [string, string])[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How somebody else checks it. */
  readonly howTo: string
  /** The lines of `shared/protocol/custody`, verbatim. */
  readonly lines: readonly string[]
}

const OPEN = '<script type="application/x-ndjson" id="chain-of-custody">\n'
const CLOSE = '</script>'

/** One HTML file that opens in every browser, loads nothing, runs nothing, and carries the chain itself for whoever checks it. */
export function custodyPage(page: CustodyPage): string {
  const facts = page.facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
  const head = page.columns.map((column) => `<th scope="col">${escaped(column)}</th>`)
  const rows = page.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<!doctype html>
<html lang="${escaped(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(page.title)}</h1>
<dl>${facts.join('')}</dl>
<table><thead><tr>${head.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<p>${escaped(page.howTo)}</p>
${OPEN}${page.lines.map((line) => `${line.replaceAll('<', String.raw`\u003c`)}\n`).join('')}${CLOSE}
</body>
</html>
`
}

/** The lines a page carries; undefined when the text is no such page. */
export function custodyLinesOf(html: string): readonly string[] | undefined {
  const start = html.lastIndexOf(OPEN)
  if (start === -1) return undefined
  const end = html.indexOf(CLOSE, start)
  if (end === -1) return undefined
  return html
    .slice(start + OPEN.length, end)
    .split('\n')
    .filter((line) => line !== '')
}

const STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; color: #1c2024; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.25rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
dt { color: #53585e } dd { margin: 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { border-bottom: 1px solid #e1dfd9; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { color: #53585e; font-weight: 600 }
`

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
