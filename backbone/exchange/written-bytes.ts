import type { ByteSink } from '#shared/exchange/edxml/byte-stream.port.ts'

/** Turns a writer that pushes into bytes that are pulled: the writer waits for whoever reads. What it throws, reading throws. */
export async function* writtenBytes(write: (sink: ByteSink) => Promise<void>): AsyncGenerator<Uint8Array> {
  const full: { bytes: Uint8Array; release: () => void }[] = []
  const state = { isDone: false, wake: (): void => undefined }
  const sink: ByteSink = {
    write: (bytes) =>
      new Promise((release) => {
        full.push({ bytes, release })
        state.wake()
      }),
  }
  const writing = write(sink).finally(() => {
    state.isDone = true
    state.wake()
  })
  // The rejection is thrown below; until then it must not count as unhandled.
  writing.catch(() => undefined)
  for (;;) {
    const next = full.shift()
    if (next !== undefined) {
      yield next.bytes
      next.release()
    } else if (state.isDone) break
    else
      await new Promise<void>((resolve) => {
        state.wake = resolve
      })
  }
  await writing
}
