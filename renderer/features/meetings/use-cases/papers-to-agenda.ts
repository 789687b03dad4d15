import type { AddedFile } from '../../../workplace/use-add-files.ts'
import type { AgendaItem, Paper } from '#shared/domain/meetings/meeting.ts'
import { placesOfPapers } from '#shared/domain/meetings/papers-by-name.ts'

const USUAL_MINUTES = 15

/** An item of the agenda with what it has. */
type KnownItem = AgendaItem & { readonly papers: readonly Pick<Paper, 'id' | 'name'>[] }

/** A paper and the item it is for. */
export interface PlacedPaper {
  readonly file: AddedFile
  readonly item: string
}

/** What is proposed for files: where each goes, and the items they make. */
export interface ProposedPapers {
  readonly papers: readonly PlacedPaper[]
  readonly items: readonly AgendaItem[]
}

/** Files by what they are called; a new item is presented by whom `presenterOf` reads in its title. */
export function proposePapers(
  files: readonly AddedFile[],
  items: readonly KnownItem[],
  { newId, presenterOf }: { readonly newId: () => string; presenterOf: (title: string) => string | null },
): ProposedPapers {
  const sorted = files.toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
  const made = new Map<string, AgendaItem>()
  const papers = placesOfPapers(
    sorted.map(({ name }) => name),
    items,
  ).map((place, index): PlacedPaper => {
    const file = sorted[index] as AddedFile
    if (place.item !== null) return { file, item: place.item }
    const { key, title } = place
    const item = made.get(key) ?? {
      ...{ id: newId(), title, presenter: presenterOf(title) },
      ...{ minutes: USUAL_MINUTES, mayBeAdoptedTogether: true },
    }
    made.set(key, item)
    return { file, item: item.id }
  })
  return { papers, items: [...made.values()] }
}

/** The papers as they are added: a name that an item has already is its next version. */
export function papersToAdd(
  papers: readonly PlacedPaper[],
  items: readonly KnownItem[],
  newId: () => string,
): readonly {
  readonly item: string
  readonly paper: { id: string; name: string; file: AddedFile['blob'] }
}[] {
  return papers.map(({ file: { name, blob }, item }) => {
    const known = items.find(({ id }) => id === item)?.papers.find((paper) => paper.name === name)
    return { item, paper: { id: known?.id ?? newId(), name, file: blob } }
  })
}
