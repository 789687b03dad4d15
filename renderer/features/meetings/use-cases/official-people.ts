import type { Post } from '#shared/domain/directory/directory.ts'
import { paragraph } from '../../../workplace/official-words.ts'
import type { BodyBlock } from '#shared/domain/format/body.ts'

/** How people are named on a page. */
export interface Named {
  /** `Nguyễn Thu Hà, Giám đốc`; the post itself where the directory does not know it. */
  readonly withTitle: (post: string) => string
  readonly name: (post: string) => string
  readonly title: (post: string) => string
}

export function namesFrom(people: readonly Post[]): Named {
  const known = new Map(people.map((post) => [post.id, post]))
  const name = (post: string): string => known.get(post)?.name ?? post
  const title = (post: string): string => known.get(post)?.title ?? ''
  return {
    name,
    title,
    withTitle: (post) => [name(post), title(post)].filter((one) => one !== '').join(', '),
  }
}

/** A paragraph in bold, such as the heading of an item. */
export const boldParagraph = (text: string): BodyBlock => ({
  ...paragraph(''),
  content: [{ type: 'text', text, marks: [{ type: 'bold' }] }],
})

/** Text as paragraphs, one a line. */
export const paragraphsOf = (text: string): readonly BodyBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
