import { describe, expect, it } from 'vitest'
import { blobsHandlers, type BlobsDeps } from '../../../../electron/ipc/handlers/blobs-handlers.ts'
import { AppError } from '../../../../shared/errors/app-error.ts'

const A = 'a'.repeat(64)
const sender = { page: 1, window: 'main', origin: undefined, isMainFrame: true } as const

/** A desk that remembers in which order things happened. */
function aDesk(target: string | undefined, isDiskFull = false) {
  const happened: string[] = []
  const accesses = {
    left: (access: string) => {
      if (isDiskFull) return Promise.reject(new AppError('disk-full'))
      happened.push(access)
      return Promise.resolve()
    },
  }
  const blobs = {
    describe: () => ({ sizeBytes: 1 }),
    read: () => [],
    get: () => Promise.resolve(new Uint8Array()),
  }
  const deps = {
    session: { desk: () => ({ blobs, accesses }) },
    dialogs: { saveFile: () => Promise.resolve(target) },
    files: {
      writeParts: () => {
        happened.push('written')
        return Promise.resolve()
      },
    },
    offered: {},
  } as unknown as BlobsDeps
  return { happened, handle: blobsHandlers(deps) }
}

describe('files that leave the program', () => {
  it('are written down before the first byte goes', async () => {
    const { happened, handle } = aDesk('/tmp/x.pdf')
    expect(await handle['blobs.saveAs']({ sha256: A, name: 'x.pdf' }, sender)).toBe(true)
    await handle['blobs.get'](A, sender)
    expect(happened).toEqual(['saved', 'written', 'exported'])
  })

  it('are not when the dialog was closed', async () => {
    const { happened, handle } = aDesk(undefined)
    expect(await handle['blobs.saveAs']({ sha256: A, name: 'x.pdf' }, sender)).toBe(false)
    expect(happened).toEqual([])
  })

  it('stay where they are when that cannot be written down', async () => {
    const { happened, handle } = aDesk('/tmp/x.pdf', true)
    await expect(handle['blobs.saveAs']({ sha256: A, name: 'x.pdf' }, sender)).rejects.toThrow(AppError)
    await expect(handle['blobs.get'](A, sender)).rejects.toThrow(AppError)
    expect(happened).toEqual([])
  })
})
