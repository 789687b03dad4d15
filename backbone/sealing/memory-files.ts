import type { SealedFiles } from './sealed-files.ts'

/** Files for a node that keeps none over its end. */
export function memoryFiles(): SealedFiles {
  const kept = new Map<string, Uint8Array>()
  return {
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, content) => {
      kept.set(name, typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
      return Promise.resolve()
    },
    remove: (name) => {
      kept.delete(name)
      return Promise.resolve()
    },
  }
}
