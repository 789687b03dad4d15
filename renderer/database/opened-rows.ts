/** IV and tag of a seal are never used twice, so they tell one content of a row from the next. */
const SEAL_BYTES = 28

/** What was opened lately, so that the same seal is not opened again: a list is read anew after each write, though most of its rows are the same. */
export class OpenedRows {
  readonly #most: number
  readonly #opened = new Map<string, { readonly seal: string; readonly content: unknown }>()

  /** Keeps so many, those that were asked for last. */
  constructor(most: number) {
    this.#most = most
  }

  /** The content under this seal, opened now or before; the same object each time. */
  async content(place: string, sealed: Uint8Array, open: () => Promise<unknown>): Promise<unknown> {
    const seal = sealed.subarray(0, SEAL_BYTES).join()
    const known = this.#opened.get(place)
    this.#opened.delete(place)
    const content = known?.seal === seal ? known.content : await open()
    this.#opened.set(place, { seal, content })
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= this.#most) break
      this.#opened.delete(oldest)
    }
    return content
  }
}
