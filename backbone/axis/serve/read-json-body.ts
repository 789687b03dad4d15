import type { Readable } from 'node:stream'

const LARGEST_BODY = 64 * 1024

/** A small JSON body; undefined when it is none, or larger than 64 KiB. */
export async function readJsonBody(body: Readable | undefined): Promise<unknown> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > LARGEST_BODY) return undefined
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
