import { useCallback } from 'react'
import type { OfficialDocument, Recipient } from '#shared/domain/documents/document.ts'
import { useCorrespondents } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AgencyPicker } from '../../../ui/agency-picker.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useChoice } from '../../../workplace/use-choice.ts'

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
  const options = known.map((one) => ({
    id: one.code,
    name: one.name,
    detail: one.code,
    note: t(one.onBackbone ? 'common.picker.onAxis' : 'common.picker.notFound'),
    noteTone: one.onBackbone ? ('ok' as const) : ('soon' as const),
  }))

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
            value={recipients.map((one) => one.code)}
            onChange={set}
          />
        )}
      </FieldRow>
    </PanelSection>
  )
}
