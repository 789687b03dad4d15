import { useState, type ReactNode } from 'react'
import { cx } from '../../../ui/cx.ts'
import classes from './scan-drop.module.css'

interface ScanDropProps {
  readonly onDrop: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A list onto which scans can be dropped; the button in its tool row does the same. */
export function ScanDrop({ onDrop, children }: ScanDropProps) {
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={cx(classes.place, isOver && classes.over)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onDrop(files)
      }}
    >
      {children}
    </div>
  )
}
