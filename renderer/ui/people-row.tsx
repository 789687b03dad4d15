import { FieldRow, partRow, type RowProps } from './field-row.tsx'
import { PersonPicker, type PickerProps } from './person-picker.tsx'

/** People to choose under their label. */
export function PeopleRow(props: RowProps & Omit<PickerProps, 'field'>) {
  const [row, picker] = partRow(props)
  return (
    <FieldRow {...row}>{(field) => <PersonPicker label={row.label} field={field} {...picker} />}</FieldRow>
  )
}
