import { icons } from './icons.ts'
import type { IconName } from './icons.ts'

const SIZES = { s: 14, m: 16, l: 20 } as const

export interface IconProps {
  readonly name: IconName
  readonly size?: keyof typeof SIZES
  readonly stroke?: number
  readonly className?: string | undefined
  /** Said by a screen reader; without it the picture is decoration beside its word. */
  readonly label?: string | undefined
}

export function Icon({ name, size = 'm', stroke = 1.7, className, label }: IconProps) {
  const Picture = icons[name]
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <Picture size={SIZES[size]} stroke={stroke} className={className} style={{ flex: 'none' }} {...spoken} />
  )
}
