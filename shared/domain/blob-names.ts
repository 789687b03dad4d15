import { blobRef, type BlobRef } from './blob-ref.ts'

/** Every file that a payload names, at any depth, each once, in order of appearance. */
export function blobsNamedBy(payload: unknown): readonly BlobRef[] {
  const found = new Map<string, BlobRef>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      value.forEach(walk)
      return
    }
    const parsed = 'sha256' in value ? blobRef.safeParse(value) : undefined
    if (parsed?.success === true) found.set(parsed.data.sha256, parsed.data)
    else Object.values(value).forEach(walk)
  }
  walk(payload)
  return [...found.values()]
}
