import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import classes from './text-field.module.css'

export interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>
}

export function TextField({ className, type = 'text', ...rest }: TextFieldProps) {
  return <input type={type} className={cx(classes.field, 'num', className)} autoComplete="off" {...rest} />
}

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Grows with its text up to its greatest height. */
export function TextArea({ className, rows = 2, ...rest }: TextAreaProps) {
  return <textarea rows={rows} className={cx(classes.field, classes.area, 'num', className)} {...rest} />
}
