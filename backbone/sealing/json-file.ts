import type { z } from 'zod'
import type { SealedFiles } from './sealed-files.ts'

/** What a sealed file holds as JSON; undefined when there is none. Rejects when it is not of this shape. */
export async function readJson<T>(
  files: Pick<SealedFiles, 'read'>,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const bytes = await files.read(name)
  if (bytes === undefined) return undefined
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    // Words of the parser would quote what is sealed.
    throw new Error(`${name}: not what it should be`)
  }
}

/** A value in one sealed file. */
export interface JsonFile<T> {
  /** Read anew each time: another process may have written it. */
  readonly read: () => Promise<T>
  /** Changes are made one after the other; answers what was written. */
  readonly change: (next: (before: T) => T) => Promise<T>
}

/** `empty` stands for a file that is not there yet. */
export function jsonFile<T>(
  files: Pick<SealedFiles, 'read' | 'write'>,
  name: string,
  schema: z.ZodType<T>,
  empty: T,
): JsonFile<T> {
  let last: Promise<unknown> = Promise.resolve()
  const read = async (): Promise<T> => (await readJson(files, name, schema)) ?? empty
  return {
    read,
    change: (next) => {
      const turn = last.then(async () => {
        const after = next(await read())
        await files.write(name, JSON.stringify(after))
        return after
      })
      // Whoever asked for it is told that it failed; the next change is made all the same.
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
