import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import type { PaperHit } from '../../../search/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { stampOf } from '../../../ui/deadline-view.ts'
import { ReadingHeader } from '../../../ui/document-header.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { statusWords } from './facet-words.ts'
import { MarkedText } from './marked-text.tsx'
import classes from './paper-preview.module.css'
import { useRelationWords } from './relation-words.ts'

function typeWords(t: Translate, row: PaperHit['row']): string {
  if (row.what === 'former') return t(`search.former.${row.direction}`)
  return row.what === 'letter' ? row.typeName : t('search.ownDocument')
}

interface PaperPreviewProps {
  readonly hit: PaperHit
  readonly marks: readonly string[]
  readonly onOpen: () => void
}

/** The chosen hit beside the list: what it is, what became of it, its page with the words found. */
export function PaperPreview({ hit, marks, onOpen }: PaperPreviewProps) {
  const t = useT()
  const formats = useFormats()
  const relation = useRelationWords()(hit)
  const { row, page } = hit
  return (
    <article className={classes.preview} aria-label={row.subject}>
      <ReadingHeader
        view={{
          number: row.code === '' ? undefined : row.code,
          type: typeWords(t, row),
          date: row.issuedOn === null ? undefined : formats.date(row.issuedOn),
          remark: statusWords(t, `${row.what}/${row.status}`),
          urgency: stampOf(row.urgency),
          subject: row.subject || t('drafting.untitled'),
        }}
        issuer={row.issuer}
        signer={row.signer === '' ? undefined : t('search.signedBy', { name: row.signer })}
      />
      <div className={classes.bar}>
        <Button variant="primary" keyHint="Enter" onClick={onOpen}>
          {t('search.open')}
        </Button>
        {relation !== undefined && (
          <Chip tone={relation.tone} icon={relation.icon} title={relation.title}>
            {relation.words}
          </Chip>
        )}
      </div>
      {row.further.length > 0 && (
        <p className={classes.further}>
          <MarkedText text={row.further.join(' · ')} marks={marks} />
        </p>
      )}
      <div className={classes.pages}>
        {row.file === null ? (
          <EmptyState text={t('search.noFile')} />
        ) : (
          <PdfPages
            key={row.id}
            file={row.file}
            name={row.file.name}
            firstPage={page?.number}
            marks={marks}
          />
        )}
      </div>
    </article>
  )
}
