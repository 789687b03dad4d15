import type { Post } from '#shared/domain/directory/directory.ts'
import { planEntry, planHeading, type PlanHeading } from '#shared/domain/records/file-plan.ts'
import { retentionFrom } from './retention-field.ts'

const FOR_EVER = 'VV'

/** A plan as lines one can paste from a sheet: `# Heading | SYMBOL`, then `01.SYMBOL | title | years or VV | maker`. */
export function planText(headings: readonly PlanHeading[], nameOf: (post: string) => string): string {
  return headings
    .flatMap((heading) => [
      `# ${heading.title} | ${heading.abbreviation}`,
      ...heading.entries.map(({ notation, title, retention, creator }) =>
        [notation, title, retention === 'permanent' ? FOR_EVER : String(retention), nameOf(creator)].join(
          ' | ',
        ),
      ),
    ])
    .join('\n')
}

/** The plan that the lines say, or the number of the first line that cannot be read. */
export function planFrom(
  text: string,
  people: readonly Post[],
): { readonly headings: readonly PlanHeading[] } | { readonly line: number } {
  const headings: PlanHeading[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const wrong = { line: index + 1 }
    const parts = line.split(/\s*[|\t]\s*/).map((part) => part.trim())
    if (line.startsWith('#')) {
      const [title = '', abbreviation] = parts
      const heading = planHeading.safeParse({ title: title.slice(1).trim(), abbreviation, entries: [] })
      if (!heading.success) return wrong
      headings.push(heading.data)
      continue
    }
    const [notation, title, years = '', maker] = parts
    const last = headings.at(-1)
    const entry = planEntry.safeParse({
      notation,
      title,
      retention: years === FOR_EVER ? 'permanent' : years === '' ? undefined : retentionFrom(years),
      creator: people.find((post) => post.name === maker)?.id,
      note: '',
    })
    if (last === undefined || !entry.success) return wrong
    headings[headings.length - 1] = { ...last, entries: [...last.entries, entry.data] }
  }
  return { headings }
}
