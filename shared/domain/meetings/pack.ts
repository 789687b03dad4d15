import type { BlobRef } from '../blob-ref.ts'
import type { Meeting } from './meeting.ts'

/** The papers of a meeting in their newest versions, in the order of its agenda. */
export const packOf = ({ items }: Pick<Meeting, 'items'>): readonly BlobRef[] =>
  items.flatMap(({ papers }) => papers.flatMap(({ versions }) => versions.at(-1)?.file ?? []))
