// A process for one foreign file: takes a task, answers, and is ended by main.
import { runVerifyPdf, verifyPdfTask } from './verify-pdf-task.ts'

interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as unknown as { parentPort: ParentPort }

async function answer(message: unknown): Promise<unknown> {
  try {
    return { ok: true, value: await runVerifyPdf(verifyPdfTask.parse(message), new Date()) }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
}

parentPort.on('message', ({ data }) => {
  void answer(data).then((result) => parentPort.postMessage(result))
})
