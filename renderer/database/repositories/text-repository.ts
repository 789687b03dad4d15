import { z } from 'zod'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'
import type { TextRow } from '../rows.ts'

/** Edits of a draft that are not in the outbox. `fork`: the text was frozen meanwhile; kept for the drafter to decide. */
const unsentText = z.strictObject({
  /** Yjs update, base64. */
  update: z.string(),
  savedAt: z.string(),
  fork: z.boolean(),
})
export type UnsentText = z.infer<typeof unsentText> & { readonly document: string }

/** Local saves of draft texts. */
export class TextRepository {
  readonly #store: OfficeStore
  constructor(store: OfficeStore) {
    this.#store = store
  }

  async get(document: string): Promise<UnsentText | undefined> {
    const row = await this.#store.database.text.get(document)
    return row && this.#open(row)
  }

  async forks(): Promise<readonly UnsentText[]> {
    const rows = await this.#store.database.text.toArray()
    const texts = await Promise.all(rows.map((row) => this.#open(row)))
    return texts.filter((one) => one.fork)
  }

  put(changes: Changes, { document, ...content }: UnsentText): void {
    changes.putText({ document }, content)
  }

  async #open(row: TextRow): Promise<UnsentText> {
    const content = unsentText.parse(await this.#store.sealing.open('text', row.document, row.sealed))
    return { ...content, document: row.document }
  }
}
