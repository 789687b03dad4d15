import type { ReactNode } from 'react'
import { codeOf } from '#shared/domain/format/boxes.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { recipientFindings } from '#shared/domain/documents/recipient-guard.ts'
import { useBooks, useCorrespondents } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { FactList, PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { limitOf } from '#shared/domain/law/limits.ts'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import { GapCheck } from '../../../workplace/gap-check.tsx'
import { LimitLine } from '../../../workplace/limit-line.tsx'
import { useLimitFrame } from '../../../workplace/configuration/use-settings.ts'
import { useToday } from '../../../workplace/today.ts'
import { FormPassNote } from '../../../workplace/form-check/form-pass-note.tsx'
import { SignatureChecks } from '../../../workplace/signature-checks.tsx'
import { usePen } from '../../../workplace/use-pen.ts'
import { bookOfDocument } from './outgoing-book.ts'
import classes from './issue-panel.module.css'

/** The next number and date, who receives it and how, and the pen of the book. */
export function IssuePanel({
  document,
  verbs,
}: {
  readonly document: OfficialDocument
  readonly verbs: ReactNode
}) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const book = bookOfDocument(useBooks() ?? [], document, today)
  const known = useCorrespondents() ?? []
  const frame = useLimitFrame()
  const signedAt = document.signature?.at
  const number = document.number?.number ?? (book === undefined ? null : book.last + 1)
  return (
    <SidePanel label={t('issuing.title')} isNarrow foot={<div className={classes.verbs}>{verbs}</div>}>
      <PanelSection heading={document.number === null ? t('issuing.next.number') : t('common.fields.number')}>
        <p className={classes.number}>{number === null ? '' : codeOf(number, document.fields.symbol)}</p>
        <FactList
          facts={[
            [t('issuing.next.date'), formats.date(document.number?.date ?? today)],
            [t('issuing.next.book'), book?.name ?? ''],
          ]}
        />
        {book !== undefined && <GapCheck book={book} />}
        {signedAt !== undefined && document.number === null && (
          <LimitLine limit={limitOf('number', signedAt, document.fields.urgency, frame)} />
        )}
        {signedAt !== undefined && (
          <LimitLine limit={limitOf('send', signedAt, document.fields.urgency, frame)} />
        )}
      </PanelSection>
      <PanelSection heading={t('issuing.recipients.title')}>
        {document.recipients.length === 0 && <p className="dim">{t('issuing.recipients.none')}</p>}
        <ul className={classes.recipients}>
          {document.recipients.map((one) => {
            const isKnown = known.find((other) => other.code === one.code)?.onBackbone === true
            return (
              <li key={one.code}>
                <span>{one.name}</span>
                <Chip tone={isKnown ? 'ok' : 'soon'} icon={isKnown ? 'circle-check' : 'alert-triangle'}>
                  {t(isKnown ? 'common.picker.onAxis' : 'common.picker.notFound')}
                </Chip>
              </li>
            )
          })}
        </ul>
      </PanelSection>
      <GuardSection document={document} />
      <FormPassNote document={document} />
      <SignatureChecks document={document} isLast={book === undefined} />
      {book !== undefined && <PenSection book={book} />}
    </SidePanel>
  )
}

/** Who holds the pen of the book; borrowing it lets this desk number without a network. */
function PenSection({ book }: { readonly book: BookRow }) {
  const t = useT()
  const { words, verb } = usePen(book)
  return (
    <PanelSection heading={t('issuing.pen.title')} isLast>
      <p>{words}</p>
      {verb !== null && (
        <Button size="small" icon="key" onClick={verb.run}>
          {verb.label}
        </Button>
      )}
    </PanelSection>
  )
}

/** What the guard finds before anything is numbered: page and recipients agree, or which rule they do not meet. */
function GuardSection({ document }: { readonly document: OfficialDocument }) {
  const t = useT()
  const findings = recipientFindings(document)
  return (
    <PanelSection heading={t('issuing.guard.title')}>
      {findings.length === 0 && (
        <Chip tone="ok" icon="circle-check">
          {t('issuing.guard.agrees')}
        </Chip>
      )}
      {findings.map((rule) => {
        const { words, remedy, citation } = ruleNotice(t, rule)
        const finding = { id: rule, severity: 'warning' as const, title: words, words: remedy }
        return (
          <FindingCard
            key={rule}
            isCurrent={false}
            finding={{ ...finding, citation: citation ?? undefined }}
          />
        )
      })}
    </PanelSection>
  )
}
