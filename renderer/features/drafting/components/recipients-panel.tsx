import { useCallback, useState } from 'react'
import type { OfficialDocument, Recipient } from '#shared/domain/documents/document.ts'
import { useCorrespondents } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AgencyPicker } from '../../../ui/agency-picker.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useAgencyOptions } from '../../../workplace/agency-options.ts'
import { GroupSheet } from '../../../workplace/groups/group-sheet.tsx'
import { useGroupOptions } from '../../../workplace/groups/use-group-options.ts'
import { useMe } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useChoice } from '../../../workplace/use-choice.ts'
import classes from './editor.module.css'

interface RecipientsPanelProps {
  readonly document: OfficialDocument
  readonly editable: boolean
  readonly onAddressees: (names: readonly string[]) => void
}

/** Agencies the document is sent to, from the directory; chosen ones also go into “Kính gửi” while that is empty. */
export function RecipientsPanel({ document, editable, onAddressees }: RecipientsPanelProps) {
  const t = useT()
  const act = useAct()
  const known = useCorrespondents() ?? []
  const options = useAgencyOptions()
  const me = useMe()
  const [isKeeping, setKeeping] = useState(false)

  const save = useCallback(
    async (recipients: readonly Recipient[]): Promise<boolean> => {
      const done = await act({ kind: 'document', id: document.id }, 'document.setRecipients', { recipients })
      return done !== undefined
    },
    [act, document.id],
  )
  const [recipients, choose] = useChoice(document.recipients, save)

  const set = (codes: readonly string[]): void => {
    const nameOf = (code: string): string =>
      known.find((one) => one.code === code)?.name ??
      recipients.find((one) => one.code === code)?.name ??
      code
    const before = recipients.map((one) => one.name)
    const chosen = codes.map((code) => ({ code, name: nameOf(code) }))
    choose(chosen)
    if (document.fields.addressees.every((line) => line === '' || before.includes(line)))
      onAddressees(chosen.map((one) => one.name))
  }
  const codes = recipients.map((one) => one.code)
  const grouping = useGroupOptions('agencies', {
    chosen: codes,
    options,
    onTakeOut: (out) => set(codes.filter((code) => !out.includes(code))),
  })
  if (!editable) return null
  return (
    <PanelSection heading={t('drafting.recipients.title')}>
      <FieldRow label={t('drafting.recipients.sendTo')}>
        {(field) => (
          <AgencyPicker
            field={field}
            isMany
            label={t('drafting.recipients.sendTo')}
            options={options}
            value={codes}
            onChange={set}
            grouping={grouping}
          />
        )}
      </FieldRow>
      {recipients.length > 1 && (
        <div className={classes.under}>
          <Button size="small" variant="quiet" icon="users-group" onClick={() => setKeeping(true)}>
            {t('common.groups.keepThese')}
          </Button>
        </div>
      )}
      {isKeeping && me !== undefined && (
        <GroupSheet
          me={me}
          asked={{ of: 'agencies', members: recipients.map(({ code, name }) => ({ id: code, name })) }}
          onClose={() => setKeeping(false)}
        />
      )}
    </PanelSection>
  )
}
