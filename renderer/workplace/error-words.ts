import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorCode } from '#shared/errors/error-codes.ts'
import type { MessageKey, Translate } from '../i18n/messages.ts'
import type { Notice } from './refusal-notice.tsx'

type Words =
  | 'unexpected'
  | 'node-unreachable'
  | 'storage-full'
  | 'file-unreadable'
  | 'locked'
  | 'clock-skew'
  | 'key-missing'
  | 'key-expired'
  | 'page-not-seen'

const wordsByCode: Partial<Record<ErrorCode, Words>> = {
  offline: 'node-unreachable',
  'node-refused': 'node-unreachable',
  'node-unreadable': 'node-unreachable',
  'node-changed': 'node-unreachable',
  'disk-full': 'storage-full',
  'blob-missing': 'file-unreadable',
  'blob-corrupt': 'file-unreadable',
  'pdf-unreadable': 'file-unreadable',
  'scan-unreadable': 'file-unreadable',
  'timed-out': 'file-unreadable',
  'too-large': 'file-unreadable',
  locked: 'locked',
  'clock-skew': 'clock-skew',
  'key-missing': 'key-missing',
  'key-expired': 'key-expired',
  'page-not-seen': 'page-not-seen',
}

interface ErrorWords {
  readonly title: string
  readonly safe: string
  readonly code: string
}

/** What happened and what is safe, in the user's language; the code only beside it. */
export function wordsOfError(t: Translate, error: unknown): ErrorWords {
  const code = error instanceof AppError ? error.code : 'internal'
  const words = wordsByCode[code] ?? 'unexpected'
  const key = (part: 'title' | 'safe'): MessageKey => `errors.${words}.${part}`
  return { title: t(key('title')), safe: t(key('safe')), code }
}

/** The same as a notice; undefined when the user cancelled and nothing is to be said. */
export function noticeOfError(t: Translate, error: unknown): Notice | undefined {
  if (error instanceof AppError && error.code === 'cancelled') return undefined
  const { title, safe, code } = wordsOfError(t, error)
  return { words: title, remedy: safe, citation: t('common.error.code', { code }) }
}
