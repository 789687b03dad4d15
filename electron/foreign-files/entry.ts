// A process for one foreign file: takes a task, answers, and is ended by main.
import { z } from 'zod'
import { readScanTask, runReadScan } from './read-scan-task.ts'
import { runVerifyPdf, verifyPdfTask } from './verify-pdf-task.ts'

interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as unknown as { parentPort: ParentPort }
const task = z.discriminatedUnion('task', [readScanTask, verifyPdfTask])

async function answer(message: unknown): Promise<unknown> {
  try {
    const wanted = task.parse(message)
    const value =
      wanted.task === 'read-scan' ? await runReadScan(wanted) : await runVerifyPdf(wanted, new Date())
    return { ok: true, value }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
}

parentPort.on('message', ({ data }) => {
  void answer(data).then((result) => parentPort.postMessage(result))
})
