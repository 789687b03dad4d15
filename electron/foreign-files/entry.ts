// A process for one foreign file: takes a task, answers, and is ended by main.
import { z } from 'zod'
import { readMessagesTask, runReadMessages } from './read-messages-task.ts'
import { readScanTask, runReadScan } from './read-scan-task.ts'
import { readSheetTask, runReadSheet } from './read-sheet-task.ts'
import { runVerifyPdf, verifyPdfTask } from './verify-pdf-task.ts'

interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as unknown as { parentPort: ParentPort }
const task = z.discriminatedUnion('task', [readScanTask, readSheetTask, readMessagesTask, verifyPdfTask])

function valueOf(wanted: z.infer<typeof task>): Promise<unknown> {
  switch (wanted.task) {
    case 'read-scan':
      return runReadScan(wanted)
    case 'read-sheet':
      return runReadSheet(wanted)
    case 'read-messages':
      return runReadMessages(wanted)
    case 'verify-pdf':
      return runVerifyPdf(wanted, new Date())
  }
}

async function answer(message: unknown): Promise<unknown> {
  try {
    const wanted = task.parse(message)
    return { ok: true, value: await valueOf(wanted) }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
}

parentPort.on('message', ({ data }) => {
  void answer(data).then((result) => parentPort.postMessage(result))
})
