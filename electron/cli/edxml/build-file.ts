import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { ByteSink } from '#shared/exchange/edxml/byte-stream.port.ts'
import { bytesOfFile } from '#shared/exchange/edxml/file-attachments.ts'
import {
  type OutgoingAttachment,
  writeDocumentMessage,
  writeStatusMessage,
} from '#shared/exchange/edxml/write-message.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { CommandError } from '../command.ts'
import { type BuildSpec, readBuildSpec } from './build-spec.ts'
import { nodeContentTools } from './node-content-tools.ts'

/** Writes the message of a specification; answers what `congso edxml build` prints. `outPath` is replaced whole or not at all. */
export async function buildEdxmlFile(specPath: string, outPath: string): Promise<object> {
  const { fields, attachments } = readBuildSpec(await readJson(specPath), instantFrom(Date.now()))
  const outgoing = attachments.map((one) => outgoingAttachment(one, dirname(specPath)))
  const beside = `${outPath}.${randomUUID()}.part`
  const hash = createHash('sha256')
  let sizeBytes = 0
  try {
    const file = await open(beside, 'wx')
    try {
      const sink: ByteSink = {
        write: async (bytes) => {
          hash.update(bytes)
          sizeBytes += bytes.length
          await file.appendFile(bytes)
        },
      }
      if (fields.kind === 'status') await writeStatusMessage(fields, sink)
      else await writeDocumentMessage(fields, outgoing, sink, nodeContentTools)
    } finally {
      await file.close()
    }
    await rename(beside, outPath)
  } finally {
    await rm(beside, { force: true })
  }
  return { kind: fields.kind, sizeBytes, sha256: hash.digest('hex'), attachments: outgoing.length }
}

function outgoingAttachment(one: BuildSpec['attachments'][number], folder: string): OutgoingAttachment {
  const path = resolve(folder, one.path)
  return {
    id: one.id ?? randomUUID(),
    name: one.name,
    description: one.description,
    open: () => contentOf(path),
  }
}

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  let file
  try {
    file = await open(path, 'r')
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
  try {
    yield* bytesOfFile(file)
  } finally {
    await file.close()
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
}
