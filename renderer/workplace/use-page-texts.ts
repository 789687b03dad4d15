import { useMemo } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { perDesk } from '../sync/per-desk.ts'
import { bringHere } from './files.ts'
import { useNative } from './native-context.tsx'

/** Files whose texts are kept at hand. */
const MOST_KEPT = 12

type Read = (file: BlobRef) => Promise<readonly string[]>

class TextStore {
  readonly #texts = new Map<string, Promise<readonly string[]>>()

  of(file: BlobRef, read: Read): Promise<readonly string[]> {
    const known = this.#texts.get(file.sha256)
    if (known !== undefined) return known
    const reading = read(file)
    this.#texts.set(file.sha256, reading)
    // What cannot be had now is asked for again.
    reading.catch(() => this.#texts.delete(file.sha256))
    for (const old of [...this.#texts.keys()].slice(0, -MOST_KEPT)) this.#texts.delete(old)
    return reading
  }
}

const storeOf = perDesk(() => new TextStore())

/** Brings a PDF to this desk and reads the text of each page, empty for those that are pictures only. Rejects with AppError. */
export function usePageTexts(): Read {
  const native = useNative()
  const desk = useDesk()
  return useMemo(() => {
    const store = storeOf(desk)
    return (file) =>
      store.of(file, async (wanted) => {
        await bringHere(native, desk.workspace, wanted)
        return native.invoke('pdf.pageTexts', wanted.sha256)
      })
  }, [native, desk])
}
