import { inOrder, missingIn, type CaseFile, type FileItem } from '#shared/domain/records/case-file.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import classes from './records.module.css'

interface FileContentsProps {
  readonly file: CaseFile
  /** Null: nothing may be taken out. */
  readonly onTakeOut: ((item: FileItem) => void) | null
}

/** What lies in a file, in the order of events, with the columns of the contents list (Decree 30 Annex V), and what is missing. */
export function FileContents({ file, onTakeOut }: FileContentsProps) {
  const t = useT()
  const missing = file.status === 'open' ? missingIn(file.items) : []
  const rows = [
    ...inOrder(file.items).map((item) => ({ item, aside: null })),
    ...file.aside.map(({ item, reason }) => ({ item, aside: reason })),
  ]
  return (
    <>
      {missing.length > 0 && (
        <section>
          <h3 className={classes.heading}>{t('records.missing.title')}</h3>
          <ul className={classes.missing}>
            {missing.map(({ what, of }) => (
              <li key={`${what}/${of.source.id}`}>{t(`records.missing.${what}`, { subject: of.subject })}</li>
            ))}
          </ul>
        </section>
      )}
      <table className={classes.table} aria-label={t('records.contents')}>
        <thead>
          <tr>
            {(['ordinal', 'code', 'date', 'subject', 'author', 'note'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`records.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, aside }, index) => (
            <ContentsLine
              key={`${item.source.kind}/${item.source.id}`}
              ordinal={aside === null ? index + 1 : null}
              item={item}
              mark={aside ?? (item.isDraft ? 'draft' : null)}
              onTakeOut={aside === null ? onTakeOut : null}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface ContentsLineProps {
  readonly ordinal: number | null
  readonly item: FileItem
  readonly mark: 'draft' | 'duplicate' | null
  readonly onTakeOut: ((item: FileItem) => void) | null
}

function ContentsLine({ ordinal, item, mark, onTakeOut }: ContentsLineProps) {
  const t = useT()
  const formats = useFormats()
  const [main] = item.files
  const save = useSaveAs(main?.name ?? '')
  return (
    <tr>
      <td className="num">{ordinal === null ? '' : formats.number(ordinal)}</td>
      <td className="num">{item.code}</td>
      <td className="num">{item.date === null ? '' : formats.date(item.date)}</td>
      <td>{[item.typeName, item.subject].filter((part) => part !== '').join(': ')}</td>
      <td>{item.author}</td>
      <td>
        <span className={classes.line}>
          {mark !== null && <Chip tone="soon">{t(`records.${mark}`)}</Chip>}
          {main !== undefined && (
            <Button size="small" variant="quiet" icon="download" onClick={() => save(main.file)}>
              {t('records.columns.files')}
            </Button>
          )}
          {onTakeOut !== null && (
            <Button size="small" variant="quiet" onClick={() => onTakeOut(item)}>
              {t('records.verbs.takeOut')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}
