import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { mediaTypeOf } from '../../services/offered-files/media-type.ts'
import type { EmbeddedFile } from '../../services/pdf/pdf.port.ts'
import type { RenderSpec } from './render-spec.ts'
import type { Fail } from './words.ts'

const MAX_MB = 100
const HEAD_BYTES = 4096

/** Reads the files of a specification that lies in `folder`; their type is what is inside, whatever their name. Throws CommandError. */
export async function readEmbedded(
  embedded: RenderSpec['embedded'],
  folder: string,
  fail: Fail,
): Promise<readonly EmbeddedFile[]> {
  const files: EmbeddedFile[] = []
  let sizeBytes = 0
  for (const { path, name = basename(path), description } of embedded) {
    if (files.some((file) => file.name === name)) throw fail('embeddedTwice', { file: name })
    const unreadable = () => fail('embeddedUnreadable', { file: name, path })
    const full = resolve(folder, path)
    const info = await stat(full).catch(() => {
      throw unreadable()
    })
    sizeBytes += info.size
    if (sizeBytes > MAX_MB * 1024 * 1024) throw fail('embeddedTooLarge', { limit: MAX_MB })
    const content = new Uint8Array(
      await readFile(full).catch(() => {
        throw unreadable()
      }),
    )
    const mediaType = mediaTypeOf(name, content.subarray(0, HEAD_BYTES))
    files.push({ name, mediaType, content, ...(description === undefined ? {} : { description }) })
  }
  return files
}
