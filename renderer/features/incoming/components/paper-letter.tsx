import { useCallback, useEffect, useMemo, useState } from 'react'
import { sameLetterKey } from '#shared/domain/correspondence/duplicates.ts'
import type { LetterContent, LetterFile } from '#shared/domain/correspondence/letter.ts'
import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import { linesOf } from '#shared/domain/scan/page-words.ts'
import { readLetterhead, type Letterhead } from '#shared/domain/scan/read-letterhead.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { useLettersWith } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { directoryNow } from '../../../workplace/directory-now.ts'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useLeaders } from '../hooks/use-leaders.ts'
import { useRegistering } from '../hooks/use-registering.ts'
import { duplicateOf } from './hold-back.ts'
import classes from './paper-letter.module.css'

export type Scan = Output<'scan.import'>

interface PaperLetterProps {
  readonly scan: Scan
  /** True when the scan was taken up; false when it is to be forgotten. */
  readonly onEnd: (isKept: boolean) => void
}

interface Draft {
  readonly number: string
  readonly symbol: string
  readonly issuedOn: string | null
  readonly issuer: string
  readonly typeName: string
  readonly subject: string
}
const fields = ['number', 'symbol', 'issuer', 'typeName', 'subject'] as const
/** From here on a reading is taken as right; below the half it is to be written anew. */
const SURE = 0.8
const DOUBTFUL = 0.5

/** A letter on paper: what was read of its page, to be put right where needed, then registered and presented with one key. */
export function PaperLetter({ scan, onEnd }: PaperLetterProps) {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const act = useAct()
  const refuse = useRefusal()
  const notice = useNotice()
  const toast = useToast()
  const register = useRegistering()
  const { leader } = useLeaders(null)
  const read = useMemo(() => readLetterhead(linesOf(scan.words)), [scan.words])
  const [draft, setDraft] = useState<Draft>(() => draftOf(read))
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const key = sameLetterKey(draft)
  const others = useLettersWith(useMemo(() => [key], [key]))
  const twin = useMemo(() => twinOf(draft, others ?? []), [draft, others])
  const file: LetterFile = useMemo(
    () => ({ name: scan.name, declaredType: scan.blob.mediaType, file: scan.blob, verdict: null }),
    [scan],
  )

  const takeUp = useCallback(
    (presentTo: string | null) => {
      const id = desk.newId()
      void directoryNow(desk)
        .then(({ agency }) => {
          const content = contentOf(draft, scan.pages, agency.codes[0] ?? '')
          return act({ kind: 'letter', id }, 'letter.bringIn', { content, files: [file] })
        })
        .then((done) =>
          done === undefined
            ? undefined
            : register([{ id, status: 'arrived', verdict: 'unsigned', typeName: draft.typeName }], presentTo),
        )
        .then((results) => {
          if (results === undefined) return
          const rule = results[0]?.rule
          if (rule != null) refuse({ rule })
          onEnd(true)
        })
        .catch((error: unknown) => {
          const words = noticeOfError(t, error)
          if (words !== undefined) notice(words)
        })
    },
    [desk, act, draft, scan.pages, file, register, refuse, notice, t, onEnd],
  )
  const link = useCallback(() => {
    if (twin === undefined) return
    void act({ kind: 'letter', id: twin.id }, 'letter.linkPaper', { file }).then((done) => {
      if (done === undefined) return
      toast.show({ icon: 'scan', text: t('registering.paper.linked', { number: codeOfLetter(twin) }) })
      onEnd(true)
    })
  }, [act, twin, file, toast, t, onEnd])

  const isComplete = [draft.number, draft.symbol, draft.issuer, draft.subject].every(
    (value) => value.trim() !== '',
  )
  const verbs = useVerbs(
    useMemo(() => {
      const rule = isComplete ? undefined : 'registration-incomplete'
      const present =
        leader === undefined
          ? []
          : [
              verb('paper.present', 'verbs.registerAndPresent', () => takeUp(leader.id), {
                icon: 'user-share',
                shortcut: twin === undefined ? 'Control+Enter' : 'KeyP',
                rule,
              }),
            ]
      const only = verb('paper.register', 'verbs.register', () => takeUp(null), { icon: 'book-2', rule })
      const cancel = verb('paper.cancel', 'common.cancel', () => onEnd(false), { shortcut: 'Escape' })
      const linking = verb('paper.link', 'registering.paper.link', link, {
        icon: 'link',
        shortcut: 'Control+Enter',
      })
      return twin === undefined ? [...present, only, cancel] : [linking, ...present, only, cancel]
    }, [isComplete, takeUp, leader, twin, link, onEnd]),
  )
  const change = (field: keyof Draft, value: string | null): void => {
    setDraft({ ...draft, [field]: value })
    setTouched(new Set([...touched, field]))
  }
  const firstDoubt = fields.find((field) => read[field].confidence < SURE)
  useEffect(() => {
    document.getElementById(`paper-${firstDoubt ?? 'subject'}`)?.focus()
  }, [firstDoubt])

  return (
    <article className={classes.pane} aria-label={t('registering.paper.title')}>
      <header className={classes.header}>
        <h2 className={classes.title}>{t('registering.paper.title')}</h2>
        <Chip tone="done" icon="scan">
          {t(`registering.paper.source.${scan.source}`)}
        </Chip>
      </header>
      {scan.isOcrMissing && (
        <Remark label={t('registering.paper.ocrTitle')}>{t('registering.paper.ocrMissing')}</Remark>
      )}
      {twin !== undefined && (
        <Remark label={t('registering.paper.twinTitle')}>
          {twin.arrivalNumber === null
            ? t('registering.duplicate', { number: codeOfLetter(twin) })
            : t('registering.duplicateRegistered', {
                number: codeOfLetter(twin),
                arrival: formats.number(twin.arrivalNumber.number),
              })}
        </Remark>
      )}
      <VerbBar verbs={verbs} />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          verbs[0]?.run()
        }}
      >
        {fields.map((field) => (
          <label key={field} className={field === 'subject' ? classes.wide : classes.field}>
            <span className={classes.label}>
              {t(`registering.paper.fields.${field}`)}
              <Confidence of={touched.has(field) ? null : read[field].confidence} />
            </span>
            {field === 'subject' ? (
              <TextArea
                id={`paper-${field}`}
                value={draft[field]}
                onChange={(event) => change(field, event.currentTarget.value)}
              />
            ) : (
              <TextField
                id={`paper-${field}`}
                value={draft[field]}
                onChange={(event) => change(field, event.currentTarget.value)}
              />
            )}
          </label>
        ))}
        <div className={classes.date}>
          <DateField
            label={t('registering.paper.fields.issuedOn')}
            value={draft.issuedOn}
            onChange={(value) => change('issuedOn', value)}
          />
          <Confidence of={touched.has('issuedOn') ? null : read.issuedOn.confidence} />
        </div>
        <button type="submit" hidden />
      </form>
      <div className={classes.page}>
        <PdfPages file={scan.blob} name={scan.name} />
      </div>
    </article>
  )
}

function Remark({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <p className={classes.remark} role="status">
      <Icon name="alert-triangle" size="s" />
      <strong>{label}:</strong> {children}
    </p>
  )
}

/** How far a reading may be believed, in a word; nothing once a person wrote it. */
function Confidence({ of }: { readonly of: number | null }) {
  const t = useT()
  if (of === null) return null
  const word = of >= SURE ? 'sure' : of >= DOUBTFUL ? 'doubtful' : 'unread'
  const look = {
    sure: { tone: 'ok', icon: 'circle-check' },
    doubtful: { tone: 'soon', icon: 'alert-triangle' },
    unread: { tone: 'over', icon: 'alert-circle' },
  } as const
  return (
    <Chip tone={look[word].tone} icon={look[word].icon}>
      {t(`registering.paper.confidence.${word}`, { percent: Math.round(of * 100) })}
    </Chip>
  )
}

const draftOf = (read: Letterhead): Draft => ({
  number: read.number.value,
  symbol: read.symbol.value,
  issuedOn: read.issuedOn.value,
  issuer: read.issuer.value,
  typeName: read.typeName.value,
  subject: read.subject.value,
})

const contentOf = (draft: Draft, pages: number, to: string): LetterContent => ({
  from: { code: '', name: draft.issuer.trim() },
  to,
  documentId: '',
  number: draft.number.trim(),
  symbol: draft.symbol.trim(),
  issuedOn: draft.issuedOn,
  typeName: draft.typeName.trim(),
  subject: draft.subject.trim(),
  summary: '',
  signer: { authority: '', title: '', name: '' },
  dueDate: null,
  urgency: 'normal',
  pages,
  receivers: [],
  answers: [],
  deviations: [],
})

type Others = Parameters<typeof duplicateOf>[1]

/** The letter that is here already. */
const twinOf = (draft: Draft, others: Others) => {
  const { number, symbol, issuedOn, issuer } = draft
  return duplicateOf({ id: '', number, symbol, issuedOn, fromCode: '', fromName: issuer }, others)
}
