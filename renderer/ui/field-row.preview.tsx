import { useState } from 'react'
import { AgencyPicker } from './agency-picker.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import { FieldRow } from './field-row.tsx'
import { PersonPicker } from './person-picker.tsx'
import type { PickerOption } from './picker-search.ts'
import type { Preview } from './preview.ts'
import { TextArea, TextField } from './text-field.tsx'

const people: readonly PickerOption[] = [
  { id: 'liem', name: 'Vũ Thanh Liêm', detail: 'Trưởng phòng, Phòng Tổ chức bộ máy' },
  { id: 'ha', name: 'Nguyễn Thu Hà', detail: 'Phó Giám đốc', note: 'vắng mặt', noteTone: 'soon' },
  { id: 'bao', name: 'Phạm Quốc Bảo', detail: 'Chuyên viên, Phòng Tổ chức bộ máy' },
]
const agencies: readonly PickerOption[] = [
  { id: 'stc', name: 'Sở Tài chính', detail: 'H99.12', note: 'trên trục', noteTone: 'ok' },
  { id: 'dv', name: 'UBND xã Đồng Vân', detail: 'H99.40', note: 'gửi giấy' },
]

function Form() {
  const [lead, setLead] = useState<readonly string[]>(['liem'])
  const [to, setTo] = useState<readonly string[]>(['stc', 'dv'])
  const [urgency, setUrgency] = useState('normal')
  return (
    <div style={{ width: 360 }}>
      <FieldRow label="Trích yếu" hint="Bắt đầu bằng “Về việc …”">
        {(field) => <TextField {...field} defaultValue="Về việc rà soát biên chế" />}
      </FieldRow>
      <FieldRow label="Lý do" error="Chưa ghi lý do.">
        {(field) => <TextArea {...field} />}
      </FieldRow>
      <FieldRow label="Chủ trì">
        {(field) => (
          <PersonPicker field={field} label="Chủ trì" options={people} value={lead} onChange={setLead} />
        )}
      </FieldRow>
      <FieldRow label="Nơi nhận" isOptional>
        {(field) => (
          <AgencyPicker
            isMany
            field={field}
            label="Nơi nhận"
            options={agencies}
            value={to}
            onChange={setTo}
          />
        )}
      </FieldRow>
      <ChoiceBar
        label="Độ khẩn"
        value={urgency}
        onChange={setUrgency}
        choices={[
          { value: 'normal', label: 'Thường' },
          { value: 'urgent', label: 'Khẩn' },
          { value: 'flash', label: 'Hỏa tốc' },
        ]}
      />
    </div>
  )
}

export const previews: readonly Preview[] = [{ name: 'form', render: () => <Form /> }]
