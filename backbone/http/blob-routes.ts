import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blobManifest, blobsHave } from '#shared/protocol/blobs.ts'
import { ChunkCorrupt } from '../blobs/blob-store.port.ts'
import { personOf, workspaceFor } from './auth.ts'
import { BODY_LIMITS } from './limits.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const named = z.object({ sha256: hash })
const inWorkspace = z.object({ workspace: z.string() })
const RANGE = /^bytes=(\d{1,15})-(\d{0,15})$/

/** Files in chunks: ask what is missing, bring it, complete with a manifest, read. */
export function blobRoutes(server: FastifyInstance, { open, sessions, blobs }: RouteDeps): void {
  server.post('/v1/blobs/have', async (request) => {
    const person = personOf(request, sessions)
    const { workspace: id, chunks } = blobsHave.parse(request.body)
    const workspace = await workspaceFor(open, id, person)
    return { missing: await blobs.missing(workspace.id, person, chunks) }
  })

  server.put('/v1/blobs/chunks/:sha256', { bodyLimit: BODY_LIMITS.chunk }, async (request, reply) => {
    const person = personOf(request, sessions)
    const { sha256 } = named.parse(request.params)
    const workspace = await workspaceFor(open, inWorkspace.parse(request.query).workspace, person)
    if (!(request.body instanceof Uint8Array)) throw new Problem('invalid-request')
    try {
      await blobs.putChunk(workspace.id, person, sha256, request.body)
    } catch (error) {
      if (error instanceof ChunkCorrupt) throw new Problem('chunk-corrupt')
      throw error
    }
    return reply.status(204).send()
  })

  server.post('/v1/blobs', async (request, reply) => {
    const person = personOf(request, sessions)
    const manifest = blobManifest.parse(request.body)
    await workspaceFor(open, manifest.workspace, person)
    const refusal = await blobs.complete(manifest, person)
    if (refusal !== undefined) throw new Problem(refusal)
    return reply.status(201).send({ sha256: manifest.sha256 })
  })

  server.get('/v1/blobs/:sha256', async (request, reply) => {
    const person = personOf(request, sessions)
    const { sha256 } = named.parse(request.params)
    const workspace = await workspaceFor(open, inWorkspace.parse(request.query).workspace, person)
    const blob = await blobs.find(workspace, sha256, person)
    if (blob === undefined) throw new Problem('not-yours')
    const part = rangeOf(request.headers.range, blob.sizeBytes)
    if (part !== undefined)
      void reply.status(206).header('content-range', `bytes ${part.from}-${part.to - 1}/${blob.sizeBytes}`)
    const { from, to } = part ?? { from: 0, to: blob.sizeBytes }
    return reply
      .type('application/octet-stream')
      .header('content-length', to - from)
      .header('accept-ranges', 'bytes')
      .send(Readable.from(blobs.read(workspace.id, blob, from, to), { objectMode: false }))
  })
}

/** One range of RFC 9110 14.1.2; anything else means the whole file. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const [, first, last] = RANGE.exec(header ?? '') ?? []
  if (first === undefined) return undefined
  const from = Number(first)
  const to = last === undefined || last === '' ? size : Math.min(size, Number(last) + 1)
  return from < to ? { from, to } : undefined
}
