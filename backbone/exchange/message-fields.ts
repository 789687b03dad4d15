/** Name and value of every field of a message, in its order: `from.organId`, `to.0.name` … Absent and empty ones are left out. */
export function fieldsOf(message: object): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = []
  const walk = (name: string, value: unknown): void => {
    if (value === undefined || value === null || value === '' || found.length >= MOST_FIELDS) return
    if (typeof value === 'object')
      for (const [key, part] of Object.entries(value)) walk(name === '' ? key : `${name}.${key}`, part)
    else found.push({ name: name.slice(0, 200), value: textOf(value).slice(0, LONGEST_VALUE) })
  }
  walk('', message)
  return found
}

const MOST_FIELDS = 500
const LONGEST_VALUE = 4000

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
