import { useCallback, useState } from 'react'
import { AppError } from '#shared/errors/app-error.ts'
import { linesOf } from '#shared/domain/scan/page-words.ts'
import { readLetterhead } from '#shared/domain/scan/read-letterhead.ts'
import type { RefusedScan } from '#shared/domain/registers/former/import-report.ts'
import type { OfferedScan } from '#shared/domain/registers/former/match-files.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { OfferedFile } from '#shared/ipc/blobs.ipc.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { NativeApi } from '../../../native/native-api.ts'
import { noticeOfError, wordsOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { problemWords } from '../components/problem-words.ts'

/** What an import is made from. */
export type Source =
  | ({ readonly kind: 'sheet' } & Output<'former.readSheet'>)
  | ({ readonly kind: 'messages' } & Output<'former.readMessages'>)

/** Why a file could not be read: what it is and what to do. */
export interface SourceProblem {
  readonly name: string
  readonly words: string
}

const SHEETS = ['xlsx', 'xlsm', 'csv', 'txt']
const MESSAGES = ['zip', 'edxml', 'xml']
const SCANS = ['pdf', 'tif', 'tiff', 'png', 'jpg', 'jpeg']

/** The file that an import is made from, and the scans that were brought for it. */
export function useImportSource() {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const [source, setSource] = useState<Source | null>(null)
  const [problem, setProblem] = useState<SourceProblem | null>(null)
  const [reading, setReading] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [scans, setScans] = useState<readonly OfferedScan[]>([])
  const [refused, setRefused] = useState<readonly RefusedScan[]>([])

  const tell = useCallback(
    (error: unknown) => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    },
    [t, notice],
  )
  const read = useCallback(
    async ({ token, name }: OfferedFile, kind: Source['kind']) => {
      setProblem(null)
      setReading({ done: 0, total: 1 })
      try {
        setSource(
          kind === 'sheet'
            ? { kind, ...(await native.invoke('former.readSheet', token)) }
            : { kind, ...(await native.invoke('former.readMessages', token)) },
        )
      } catch (error) {
        const own = error instanceof AppError ? problemWords(t, error.facts['problem']) : undefined
        setProblem({ name, words: own ?? wordsOfError(t, error).title })
      } finally {
        setReading(null)
      }
    },
    [native, t],
  )
  const choose = useCallback(
    (kind: Source['kind']) => {
      native
        .invoke('blobs.choose', { extensions: kind === 'sheet' ? SHEETS : MESSAGES, several: false })
        .then(([file]) => (file === undefined ? undefined : read(file, kind)))
        .catch(tell)
    },
    [native, read, tell],
  )
  const addScans = useCallback(() => {
    native
      .invoke('blobs.choose', { extensions: SCANS, several: true })
      .then(async (files) => {
        for (const [done, file] of files.entries()) {
          setReading({ done, total: files.length })
          const scan = await readScan(native, file)
          if ('why' in scan) setRefused((all) => [...all, scan])
          else setScans((all) => [...all, scan])
        }
      })
      .catch(tell)
      .finally(() => setReading(null))
  }, [native, tell])
  const clear = useCallback(
    (isKept: boolean) => {
      const files =
        source?.kind === 'messages' ? source.messages.flatMap((one) => (one.ok ? one.files : [])) : []
      if (!isKept)
        for (const { file } of [...scans, ...files]) void native.invoke('blobs.release', file.sha256)
      setSource(null)
      setProblem(null)
      setScans([])
      setRefused([])
    },
    [native, scans, source],
  )
  return { source, problem, reading, scans, refused, choose, addScans, clear }
}

/** A scan with what its first page says; one that cannot be kept is listed with the reason. */
async function readScan(native: NativeApi, { token, name }: OfferedFile): Promise<OfferedScan | RefusedScan> {
  try {
    const { blob, words } = await native.invoke('scan.import', token)
    const { number, symbol, issuedOn } = readLetterhead(linesOf(words))
    const code = number.value === '' ? '' : `${number.value}/${symbol.value}`
    return { name, file: blob, letterhead: { code, issuedOn: issuedOn.value } }
  } catch (error) {
    if (error instanceof AppError && error.code === 'secret-mark') return { name: '—', why: 'secret' }
    if (error instanceof AppError && error.code !== 'disk-full') return { name, why: 'unreadable' }
    throw error
  }
}
