import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { scanWord } from '#shared/domain/scan/page-words.ts'
import { archivedDocument } from '#shared/domain/registers/former/read-archive.ts'
import { readSheets, unreadableMessage } from '#shared/ipc/former.ipc.ts'
import { blobHash, fileName } from '#shared/ipc/values.ts'
import { sheetProblems } from '#shared/spreadsheet/read/read-sheet.ts'
import { pdfVerdict } from '#shared/ipc/verify.ipc.ts'
import type { StartChild } from '../child-process/child-process.port.ts'
import type { ForeignFiles } from './foreign-files.port.ts'

export interface IsolatedOptions {
  readonly startChild: StartChild
  readonly entry: string
  readonly limitMs: number
  readonly maxMemoryMb: number
  readonly maxFileBytes: number
  /** Files read at the same time; others wait. */
  readonly atOnce: number
}

const answer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), message: z.string() }),
])

type Answer = z.output<typeof answer>

const readScan = z.strictObject({
  pdf: z.instanceof(Uint8Array).nullable(),
  words: z.array(scanWord).max(20_000),
  isOcrMissing: z.boolean(),
})

const readSheet = z.union([
  z.strictObject({ sheets: readSheets }),
  z.strictObject({ problem: z.enum(sheetProblems) }),
])

const readMessages = z.union([
  z.strictObject({
    messages: z
      .array(
        z.discriminatedUnion('ok', [
          z.strictObject({
            ok: z.literal(true),
            name: z.string().max(500),
            sha256: blobHash,
            document: archivedDocument,
            files: z
              .array(
                z.strictObject({
                  name: fileName,
                  mediaType: z.string().max(120),
                  bytes: z.instanceof(Uint8Array),
                }),
              )
              .max(100),
          }),
          unreadableMessage,
        ]),
      )
      .max(5000),
  }),
  z.strictObject({ problem: z.string().max(60) }),
])

/** One process a file: what a hostile file may have done to it never meets the next one. */
export function isolatedForeignFiles(options: IsolatedOptions): ForeignFiles {
  let running = 0
  const waiting: (() => void)[] = []

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= options.atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }

  function inProcess(task: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { maxMemoryMb, limitMs } = options
    const child = options.startChild(options.entry, { name: 'congso-foreign-files', maxMemoryMb })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const late = setTimeout(() => reject(new AppError('timed-out', { limitMs })), limitMs)
    child.onMessage(resolve)
    child.onExit((code) => reject(new AppError('internal', {}, { cause: new Error(`ended with ${code}`) })))
    child.post(task)
    return promise.finally(() => {
      clearTimeout(late)
      child.kill()
    })
  }

  async function answerTo(file: Uint8Array, task: Readonly<Record<string, unknown>>): Promise<Answer> {
    if (file.length > options.maxFileBytes)
      throw new AppError('too-large', { limitBytes: options.maxFileBytes })
    return inTurn(async () => answer.parse(await inProcess({ ...task, file })))
  }

  return {
    async verifyPdf(file, trust) {
      const received = await answerTo(file, { task: 'verify-pdf', trust })
      if (!received.ok) throw new AppError('internal', {}, { cause: new Error(received.message) })
      return pdfVerdict.parse(received.value)
    },
    async readScan(file, mediaType) {
      const received = await answerTo(file, { task: 'read-scan', mediaType })
      if (!received.ok) throw new AppError('scan-unreadable', {}, { cause: new Error(received.message) })
      return readScan.parse(received.value)
    },
    async readSheet(file) {
      const received = await answerTo(file, { task: 'read-sheet' })
      if (!received.ok) throw new AppError('internal', {}, { cause: new Error(received.message) })
      const read = readSheet.parse(received.value)
      if ('problem' in read) throw new AppError('sheet-unreadable', { problem: read.problem })
      return read.sheets
    },
    async readMessages(file, name) {
      const received = await answerTo(file, { task: 'read-messages', name })
      if (!received.ok) throw new AppError('internal', {}, { cause: new Error(received.message) })
      const read = readMessages.parse(received.value)
      if ('problem' in read) throw new AppError('archive-unreadable', { problem: read.problem })
      return read.messages
    },
  }
}
