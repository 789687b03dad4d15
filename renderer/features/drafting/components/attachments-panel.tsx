import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useAddFiles } from '../../../workplace/use-add-files.ts'
import classes from './editor.module.css'

/** Files that go with the document: chosen in the system's dialog or dropped here. */
export function AttachmentsPanel({
  document,
  editable,
}: {
  readonly document: OfficialDocument
  readonly editable: boolean
}) {
  const t = useT()
  const formats = useFormats()
  const act = useAct()
  const ref = { kind: 'document', id: document.id } as const
  const { choose, drop } = useAddFiles(({ name, blob }) =>
    act(ref, 'document.attach', { attachment: { id: crypto.randomUUID(), name, file: blob } }),
  )

  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        if (editable) drop([...event.dataTransfer.files])
      }}
    >
      <PanelSection heading={t('drafting.outline.attachments')} isLast>
        <ul className={classes.files}>
          {document.attachments.map((one) => (
            <li key={one.id} className={classes.file}>
              <Icon name="paperclip" size="s" />
              <span className="ellipsis">{one.name}</span>
              <span className="num dim">{formats.bytes(one.file.sizeBytes)}</span>
              <span className="spacer" />
              {editable && (
                <IconButton
                  icon="x"
                  size="s"
                  label={`${t('common.remove')} ${one.name}`}
                  onClick={() => void act(ref, 'document.detach', { attachment: one.id })}
                />
              )}
            </li>
          ))}
        </ul>
        {editable && (
          <Button size="small" icon="paperclip" onClick={choose}>
            {t('common.attach')}
          </Button>
        )}
      </PanelSection>
    </div>
  )
}
