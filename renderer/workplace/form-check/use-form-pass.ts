import { useCallback, useMemo, useState } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { formFindings } from '#shared/domain/documents/form-check.ts'
import { isWithChecker } from '#shared/domain/documents/form-checker.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { Command } from '../../commands/command.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { useMe, usePostNames } from '../me.ts'
import { ruleNotice, useNotice } from '../refusal-notice.tsx'
import { useSeenDocuments } from '../seen-documents.ts'
import { useUndoableAct } from '../use-undoable-act.ts'
import { verb } from '../use-verbs.ts'

/** The check of form of a document that lies with this post. */
export interface FormPassWork {
  readonly findings: readonly RuleId[]
  /** Why each finding stays, by its rule. */
  readonly words: ReadonlyMap<RuleId, string>
  readonly say: (rule: RuleId, word: string) => void
  /** The finding whose word is asked for; another object each time it is asked. */
  readonly asked: { readonly rule: RuleId } | null
  readonly pass: () => void
  readonly commands: readonly Command[]
}

const NOTHING: ReadonlyMap<RuleId, string> = new Map()

/** Passes the form of a document that is on screen, once every finding that stays has its word; undefined when it is not this post's to check. */
export function useFormPass(
  document: OfficialDocument | undefined,
  onDone?: () => void,
): FormPassWork | undefined {
  const t = useT()
  const me = useMe()
  const act = useUndoableAct()
  const notice = useNotice()
  const nameOf = usePostNames()
  const { hasAsIs } = useSeenDocuments()
  const page = document?.initials?.pdf.sha256
  const [said, setSaid] = useState<{ readonly page: string; readonly words: ReadonlyMap<RuleId, string> }>()
  const [asked, setAsked] = useState<{ readonly rule: RuleId } | null>(null)
  const words = said !== undefined && said.page === page ? said.words : NOTHING
  const isMine = document !== undefined && isWithChecker(document, me?.id)
  const findings = useMemo(
    () => (isMine ? formFindings(document).map(({ rule }) => rule) : []),
    [isMine, document],
  )
  const say = useCallback(
    (rule: RuleId, word: string) => {
      if (page !== undefined) setSaid({ page, words: new Map(words).set(rule, word) })
    },
    [page, words],
  )
  const pass = useCallback(() => {
    if (document === undefined || page === undefined) return
    if (!hasAsIs(document)) {
      notice(ruleNotice(t, 'not-seen'))
      return
    }
    const silent = findings.find((rule) => (words.get(rule) ?? '').trim() === '')
    if (silent !== undefined) {
      setAsked({ rule: silent })
      return
    }
    const left = findings.map((rule) => ({ rule, word: words.get(rule) ?? '' }))
    const text = t('signing.formCheck.done', { name: nameOf(document.route?.signer ?? null) })
    const about = { kind: 'document', id: document.id } as const
    void act(about, 'document.checkForm', { pdf: page, left }, { icon: 'checklist', text }).then((done) => {
      if (done !== undefined) onDone?.()
    })
  }, [document, page, hasAsIs, notice, t, findings, words, nameOf, act, onDone])
  const commands = useMemo(
    () => [verb('document.checkForm', 'verbs.passForm', pass, { icon: 'checklist', shortcut: 'KeyY' })],
    [pass],
  )
  return isMine ? { findings, words, say, asked, pass, commands } : undefined
}
