import { z } from 'zod'
import { documentStatuses } from '#shared/domain/documents/document-status.ts'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'
import type { TextRow } from '../rows.ts'

/** Edits of a draft that are not in the outbox. */
const keptText = z.strictObject({
  document: z.string(),
  /** Yjs update, base64. */
  update: z.string(),
  savedAt: z.string(),
  /** Status of the document when the edits began. */
  status: z.enum(documentStatuses),
})
export type KeptText = z.infer<typeof keptText>

/** `unsent`: on its way to the outbox. `fork`: the text was frozen meanwhile; kept for its writer to decide. */
export type TextSide = 'unsent' | 'fork'

const keyOf = (side: TextSide, document: string): string => `${side}/${document}`

/** Local saves of draft texts. */
export class TextRepository {
  readonly #store: OfficeStore
  constructor(store: OfficeStore) {
    this.#store = store
  }

  async get(side: TextSide, document: string): Promise<KeptText | undefined> {
    const row = await this.#store.database.text.get(keyOf(side, document))
    return row && this.#open(row)
  }

  async forks(): Promise<readonly KeptText[]> {
    const rows = await this.#store.database.text.where('key').startsWith('fork/').toArray()
    return Promise.all(rows.map((row) => this.#open(row)))
  }

  put(changes: Changes, side: TextSide, text: KeptText): void {
    changes.putText({ key: keyOf(side, text.document) }, text)
  }

  delete(changes: Changes, side: TextSide, document: string): void {
    changes.delete('text', keyOf(side, document))
  }

  async #open(row: TextRow): Promise<KeptText> {
    return keptText.parse(await this.#store.sealing.open('text', row.key, row.sealed))
  }
}
