import { codeOfLetter, type Letter } from '#shared/domain/correspondence/letter.ts'
import { isCalendarFile } from '#shared/domain/meetings/invitation/invites.ts'
import { DeviationRule } from '#shared/exchange/edxml/deviations.ts'
import { useAnswering } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FactList, PanelSection } from '../../../ui/panel.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import { useOwnCalendarFile } from '../hooks/use-own-calendar-file.ts'
import { fileTypeWord } from './file-type.ts'
import classes from './letter.module.css'

/** Every field of the message, then its files under their true type. */
export function LetterFields({ letter }: { readonly letter: Letter }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { content } = letter
  const openCalendar = useOwnCalendarFile(letter)
  const rules = rulesAmong(content.deviations)
  const drafts = (useAnswering(letter.id) ?? []).filter((one) => one.status !== 'issued')
  const replies = [
    ...(letter.replies ?? []).map((one) => one.code),
    ...drafts.map((one) => t('incoming.fields.replyDrafted', { name: nameOf(one.drafter) })),
  ]
  const facts: (readonly [string, string])[] = [
    [t('common.fields.number'), codeOfLetter(content)],
    [t('common.fields.documentType'), content.typeName],
    [t('common.fields.date'), content.issuedOn === null ? '' : formats.date(content.issuedOn)],
    [t('common.fields.issuer'), content.from.name],
    [t('common.fields.code'), content.from.code],
    [t('incoming.fields.to'), content.to],
    [
      t('common.fields.signer'),
      [content.signer.authority, content.signer.title, content.signer.name]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    [t('common.fields.urgency'), t(`incoming.urgency.${content.urgency}`)],
    [t('common.fields.deadline'), content.dueDate === null ? '' : formats.date(content.dueDate)],
    [t('incoming.fields.pages'), content.pages === null ? '' : formats.number(content.pages)],
    [t('common.fields.receivedAt'), formats.dateTime(letter.arrivedAt)],
    [t('incoming.fields.answers'), content.answers.map((one) => one.code || one.documentId).join('; ')],
    [t('incoming.fields.replies'), replies.join('; ')],
    [t('common.fields.recipients'), content.receivers.join('; ')],
    [t('incoming.fields.documentId'), content.documentId],
  ]
  return (
    <>
      <PanelSection>
        {content.summary !== '' && content.summary !== content.subject && <p>{content.summary}</p>}
        <FactList facts={facts.filter(([, value]) => value !== '')} />
      </PanelSection>
      <PanelSection heading={t('common.fields.attachments')} isLast={content.deviations.length === 0}>
        <ul className={classes.files}>
          {letter.files.map((one) => (
            <li key={`${one.name} ${one.file.sha256}`} className={classes.file}>
              <Icon name="paperclip" size="s" />
              <span>{one.name}</span>
              <span className="num dim">
                {t(
                  `incoming.fileTypes.${isCalendarFile(one) ? 'calendar' : fileTypeWord(one.file.mediaType)}`,
                )}{' '}
                · {formats.bytes(one.file.sizeBytes)}
              </span>
              {openCalendar !== undefined && isCalendarFile(one) && (
                <Button size="small" icon="calendar" onClick={() => openCalendar(one)}>
                  {t('incoming.addToCalendar')}
                </Button>
              )}
              <SaveFile name={one.name} file={one.file} />
            </li>
          ))}
        </ul>
      </PanelSection>
      {content.deviations.length > 0 && (
        <PanelSection isLast>
          <p className="dim num">{t('incoming.deviations', { count: content.deviations.length })}</p>
          <ul className="dim">
            {rules.map((rule) => (
              <li key={rule}>{t(`incoming.deviationRules.${rule}`)}</li>
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  )
}

function SaveFile({ name, file }: Pick<Letter['files'][number], 'name' | 'file'>) {
  const t = useT()
  const saveAs = useSaveAs(name)
  return (
    <IconButton
      icon="download"
      size="s"
      label={`${t('common.download')} ${name}`}
      onClick={() => saveAs(file)}
    />
  )
}

const ruleNames = Object.keys(DeviationRule) as (keyof typeof DeviationRule)[]

/** A rule of later software has no words here; it is counted all the same. */
function rulesAmong(deviations: readonly string[]): readonly (keyof typeof DeviationRule)[] {
  return ruleNames.filter((name) => deviations.includes(DeviationRule[name]))
}
