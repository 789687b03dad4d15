import classes from './avatar.module.css'
import { cx } from './cx.ts'

/** Two letters of a Vietnamese name: those of the given name and the one before it (`Lê Thị Hoài An` → `HA`). */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return words
    .slice(-2)
    .map((word) => word.slice(0, 1).toLocaleUpperCase('vi'))
    .join('')
}

export function Avatar({ name, small = false }: { readonly name: string; readonly small?: boolean }) {
  return (
    <span className={cx(classes.avatar, small && classes.small)} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}
