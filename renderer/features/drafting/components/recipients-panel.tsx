import type { OfficialDocument, Recipient } from '#shared/domain/documents/document.ts'
import { useCorrespondents } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AgencyPicker } from '../../../ui/agency-picker.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useAct } from '../../../workplace/use-act.ts'

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

  const set = async (codes: readonly string[]): Promise<void> => {
    const nameOf = (code: string): string =>
      known.find((one) => one.code === code)?.name ??
      document.recipients.find((one) => one.code === code)?.name ??
      code
    const recipients: readonly Recipient[] = codes.map((code) => ({ code, name: nameOf(code) }))
    const before = document.recipients.map((one) => one.name)
    await act({ kind: 'document', id: document.id }, 'document.setRecipients', { recipients })
    if (document.fields.addressees.every((line) => line === '' || before.includes(line)))
      onAddressees(recipients.map((one) => one.name))
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
            value={document.recipients.map((one) => one.code)}
            onChange={(codes) => void set(codes)}
          />
        )}
      </FieldRow>
    </PanelSection>
  )
}
