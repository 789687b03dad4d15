import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { bytesOfFile, fileAttachments } from '#shared/exchange/edxml/file-attachments.ts'
import { readMessage } from '#shared/exchange/edxml/read-message.ts'
import { nodeContentTools } from '../../exchange/node-content-tools.ts'
import type { IsolatedTask } from '../serve-task.ts'

/** `attachmentsFolder`: exists and is empty. */
export const parseEdxmlInput = z.object({ path: z.string(), attachmentsFolder: z.string() })
export type ParseEdxmlInput = z.output<typeof parseEdxmlInput>

/** Reads an edXML file; answers the result of `readMessage`, attachments as names in the folder. */
export const parseEdxml: IsolatedTask = async (input) => {
  const { path, attachmentsFolder } = parseEdxmlInput.parse(input)
  const attachments = fileAttachments({
    create: (name) => open(join(attachmentsFolder, name), 'wx+', 0o600),
    remove: (name) => rm(join(attachmentsFolder, name), { force: true }),
  })
  const file = await open(path, 'r')
  try {
    return await readMessage(bytesOfFile(file), attachments, { tools: nodeContentTools })
  } finally {
    await file.close()
  }
}
