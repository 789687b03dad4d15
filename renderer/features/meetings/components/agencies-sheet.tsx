import { useState } from 'react'
import type { Recipient } from '#shared/domain/documents/document.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useCorrespondents } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AgencyPicker } from '../../../ui/agency-picker.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import { useAgencyOptions } from '../../../workplace/agency-options.ts'

interface AgenciesSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
  readonly onConfirm: (agencies: readonly Recipient[]) => void
}

/** Which agencies are told of a meeting; those told before stand there already. */
export function AgenciesSheet(props: AgenciesSheetProps) {
  const options = useAgencyOptions()
  return useCorrespondents() === undefined ? null : <Filled {...props} options={options} />
}

interface FilledProps extends AgenciesSheetProps {
  readonly options: readonly PickerOption[]
}

function Filled({ meeting, options, onClose, onConfirm }: FilledProps) {
  const t = useT()
  const isOff = meeting.status === 'cancelled'
  const before = meeting.told?.at(-1)?.agencies ?? []
  const [chosen, setChosen] = useState<readonly string[]>(before.map(({ code }) => code))
  const isReady = chosen.length > 0
  const done = (): void => {
    const names = new Map(options.map(({ id, name }) => [id, name]))
    if (isReady) onConfirm(chosen.map((code) => ({ code, name: names.get(code) ?? code })))
  }
  const label = t('meetings.agencies.label')
  return (
    <FormSheet
      width={560}
      title={t(isOff ? 'meetings.verbs.tellOff' : 'meetings.verbs.tellAgencies')}
      description={t(isOff ? 'meetings.agencies.off' : 'meetings.agencies.lead')}
      confirm={t('meetings.agencies.confirm')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <FieldRow label={label}>
        {(field) => (
          <AgencyPicker
            label={label}
            field={field}
            options={options}
            value={chosen}
            onChange={setChosen}
            isMany
            isAutoFocused
          />
        )}
      </FieldRow>
    </FormSheet>
  )
}
