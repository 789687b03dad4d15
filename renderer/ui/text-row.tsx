import { FieldRow, partRow, type RowProps } from './field-row.tsx'
import { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './text-field.tsx'

interface Labelled extends RowProps {
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A line of text under its label. */
export function TextRow(props: Labelled & Omit<TextFieldProps, keyof Labelled | 'onChange'>) {
  const [row, { onValue, ...control }] = partRow(props)
  return (
    <FieldRow {...row}>
      {(field) => (
        <TextField {...field} {...control} onChange={(event) => onValue(event.currentTarget.value)} />
      )}
    </FieldRow>
  )
}

/** Lines of text under their label. */
export function TextAreaRow(props: Labelled & Omit<TextAreaProps, keyof Labelled | 'onChange'>) {
  const [row, { onValue, ...control }] = partRow(props)
  return (
    <FieldRow {...row}>
      {(field) => (
        <TextArea {...field} {...control} onChange={(event) => onValue(event.currentTarget.value)} />
      )}
    </FieldRow>
  )
}
