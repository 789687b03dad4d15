import { open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { ownFiles } from '../../../backbone/practice/first-day/own-files.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import type { Dispatch } from '../../../shared/domain/correspondence/dispatch.ts'
import type { OfficialDocument } from '../../../shared/domain/documents/document.ts'
import type { CaseFile } from '../../../shared/domain/records/case-file.ts'
import type { Book } from '../../../shared/domain/registers/book.ts'
import type { Task } from '../../../shared/domain/work/task.ts'
import type { MessageFields } from '../../../shared/exchange/edxml/message.ts'
import type { VxpMessageType } from '../../../shared/exchange/vxp/operations.ts'
import { parseCommandText, type AggregateKind, type CommandBody } from '../../../shared/log/command.ts'
import type { PostOffice } from './post-office.ts'

export const WORKSPACE = 'snv'

/** Everything of one kind that the node holds. */
export async function allOf({ node }: PostOffice, kind: 'letter'): Promise<readonly Letter[]>
export async function allOf({ node }: PostOffice, kind: 'document'): Promise<readonly OfficialDocument[]>
export async function allOf({ node }: PostOffice, kind: 'book'): Promise<readonly Book[]>
export async function allOf({ node }: PostOffice, kind: 'dispatch'): Promise<readonly Dispatch[]>
export async function allOf({ node }: PostOffice, kind: 'task'): Promise<readonly Task[]>
export async function allOf({ node }: PostOffice, kind: 'case-file'): Promise<readonly CaseFile[]>
export async function allOf({ node }: PostOffice, kind: AggregateKind): Promise<readonly unknown[]> {
  const workspace = await node.workspace(WORKSPACE)
  const refs = await node.engine.aggregates(WORKSPACE, kind)
  return Promise.all(refs.map((ref) => workspace.state(ref)))
}

const AT_ONCE = 500

/** Every command in the log, in its order. */
export async function logOf({ node }: PostOffice): Promise<readonly CommandBody[]> {
  const log: CommandBody[] = []
  for (let after = 0; ;) {
    const entries = await node.engine.entries(WORKSPACE, after, AT_ONCE)
    const last = entries.at(-1)
    if (last === undefined) return log
    for (const { entry } of entries) log.push(parseCommandText(entry.command.text))
    after = last.entry.seq
  }
}

/** What the outside agencies find on the axis, taken over as their software would. */
export async function fetchAll(
  post: PostOffice,
  kind: VxpMessageType,
  folder: string,
): Promise<readonly MessageFields[]> {
  const { readMessage } = ownFiles(post.authority)
  const found: MessageFields[] = []
  for (const { docId } of await post.axis.getReceivedEdocList(kind)) {
    const file = path.join(folder, `${docId}.edxml`)
    const handle = await open(file, 'w')
    await post.axis.getEdoc(docId, {
      write: async (bytes) => {
        await handle.write(bytes)
      },
    })
    await handle.close()
    const read = await readMessage(file, folder)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    for (const one of read.value.attachments) {
      await readFile(one.content)
      await rm(one.content)
    }
    await post.axis.updateStatus(docId, 'done')
    found.push(read.value.fields)
  }
  return found
}

/** Status codes that the senders were told, by number and symbol of their letter. */
export function statusesByLetter(messages: readonly MessageFields[]): ReadonlyMap<string, readonly string[]> {
  const statuses = messages.flatMap((one) => (one.kind === 'status' ? [one] : []))
  const codes = new Map<string, string[]>()
  for (const one of statuses) {
    const { code } = one.responseFor
    codes.set(code, [...(codes.get(code) ?? []), one.statusCode])
  }
  return codes
}
