import { useCallback } from 'react'
import { custodyPage } from '#shared/audit/custody-page.ts'
import { verifyCustody } from '#shared/audit/verify-custody.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { useAgency } from '../../database/use-live.ts'
import { useFormats, useLanguage, useT } from '../../i18n/language-provider.tsx'
import type { NativeApi } from '../../native/native-api.ts'
import { useDesk } from '../../sync/desk-context.tsx'
import { createWebCryptoVerifier } from '../../sync/web-crypto-verifier.ts'
import { useToast } from '../../ui/toast.tsx'
import { noticeOfError } from '../error-words.ts'
import { useNative } from '../native-context.tsx'
import { useNotice } from '../refusal-notice.tsx'
import { custodyParts } from './custody-parts.ts'

/** What the chain is about. */
export interface CustodySubject {
  readonly kind: 'document' | 'letter'
  readonly id: string
  readonly subject: string
}

/** Gets the chain of custody from the node, checks it, and saves it as a page where the user says. Nothing is saved that does not hold. */
export function useExportCustody(): (of: CustodySubject) => void {
  const t = useT()
  const formats = useFormats()
  const { language } = useLanguage()
  const native = useNative()
  const { workspace } = useDesk()
  const agency = useAgency()?.state.name ?? ''
  const notice = useNotice()
  const toast = useToast()
  return useCallback(
    (of) => {
      const save = async (): Promise<void> => {
        const { kind, id, subject } = of
        const lines = await native.invoke('backbone.readCustody', { workspace, kind, id })
        const { verdict, problems, entries } = await verifyHere(native, lines)
        if (verdict === 'invalid') {
          const facts = { seq: problems[0]?.seq ?? 0 }
          notice({
            words: t('custody.invalid.title', facts),
            remedy: t('custody.invalid.safe'),
            citation: null,
          })
          return
        }
        const page = custodyPage(custodyParts(lines, { t, formats, language, subject, agency }))
        if (await saved(native, page, `${t('custody.title')}.html`))
          toast.show({ icon: 'check', text: t('custody.exported', { count: entries }) })
      }
      save().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [native, workspace, agency, t, formats, language, notice, toast],
  )
}

async function verifyHere(native: NativeApi, lines: readonly string[]): ReturnType<typeof verifyCustody> {
  const facts = await native.invoke('session.current', undefined)
  if (facts?.nodeKey == null) throw new AppError('offline')
  return verifyCustody(lines, { verifier: createWebCryptoVerifier(), nodeKey: facts.nodeKey })
}

async function saved(native: NativeApi, page: string, name: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(page)
  const { sha256 } = await native.invoke('blobs.put', { bytes, mediaType: 'text/html' })
  try {
    return await native.invoke('blobs.saveAs', { sha256, name })
  } finally {
    await native.invoke('blobs.release', sha256)
  }
}
