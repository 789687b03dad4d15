import { FieldRow, type FieldRowProps } from './field-row.tsx'
import { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './text-field.tsx'

interface Labelled extends Omit<FieldRowProps, 'children'> {
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A line of text under its label. */
export function TextRow({
  label,
  hint,
  error,
  isOptional = false,
  isSideways = false,
  onValue,
  ...rest
}: Labelled & Omit<TextFieldProps, keyof Labelled | 'onChange'>) {
  return (
    <FieldRow {...{ label, hint, error, isOptional, isSideways }}>
      {(field) => <TextField {...field} {...rest} onChange={(event) => onValue(event.currentTarget.value)} />}
    </FieldRow>
  )
}

/** Lines of text under their label. */
export function TextAreaRow({
  label,
  hint,
  error,
  isOptional = false,
  isSideways = false,
  onValue,
  ...rest
}: Labelled & Omit<TextAreaProps, keyof Labelled | 'onChange'>) {
  return (
    <FieldRow {...{ label, hint, error, isOptional, isSideways }}>
      {(field) => <TextArea {...field} {...rest} onChange={(event) => onValue(event.currentTarget.value)} />}
    </FieldRow>
  )
}
