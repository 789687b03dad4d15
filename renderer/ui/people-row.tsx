import { FieldRow, type FieldRowProps } from './field-row.tsx'
import { PersonPicker, type PickerProps } from './person-picker.tsx'

type PeopleRowProps = Omit<FieldRowProps, 'children'> & Omit<PickerProps, 'field'>

/** People to choose under their label. */
export function PeopleRow({
  label,
  hint,
  error,
  isOptional = false,
  isSideways = false,
  ...picker
}: PeopleRowProps) {
  return (
    <FieldRow {...{ label, hint, error, isOptional, isSideways }}>
      {(field) => <PersonPicker label={label} field={field} {...picker} />}
    </FieldRow>
  )
}
