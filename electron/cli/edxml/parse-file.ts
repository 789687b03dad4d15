import { copyFile, constants, mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explainEdxmlError } from '#shared/exchange/edxml/errors.ts'
import { bytesOfFile, fileAttachments } from '#shared/exchange/edxml/file-attachments.ts'
import { readMessage } from '#shared/exchange/edxml/read-message.ts'
import { CommandError } from '../command.ts'
import { attachmentFileName, messageJson } from './message-json.ts'
import { nodeContentTools } from './node-content-tools.ts'

/**
 * Reads a message; answers what `congso edxml parse` prints, also for one that is refused. Attachments are laid into `folder`,
 * made if need be, as `001.pdf`, `002.docx` … in the printed order; nothing there is overwritten.
 */
export async function parseEdxmlFile(path: string, folder: string | undefined): Promise<object> {
  const scratch = await mkdtemp(join(tmpdir(), 'congso-edxml-'))
  try {
    await using file = await opened(path)
    const sink = fileAttachments({
      create: (name) => open(join(scratch, name), 'wx+', 0o600),
      remove: (name) => rm(join(scratch, name), { force: true }),
    })
    const read = await readMessage(bytesOfFile(file), sink, { tools: nodeContentTools })
    if (!read.ok) {
      const { code, line } = read.error
      return { error: { code, line, message: explainEdxmlError(read.error) } }
    }
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true })
      for (const [index, attachment] of read.value.attachments.entries()) {
        const target = join(folder, attachmentFileName(index, attachment))
        await copyNew(join(scratch, attachment.content), target)
      }
    }
    return messageJson(read.value)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function copyNew(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL)
  } catch (error) {
    throw new CommandError('cli.file-not-written', error instanceof Error ? error.message : to)
  }
}

async function opened(path: string): ReturnType<typeof open> {
  try {
    return await open(path, 'r')
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
}
