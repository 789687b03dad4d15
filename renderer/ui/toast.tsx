import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import type { Translate } from '../i18n/messages.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import classes from './toast.module.css'

export interface ToastView {
  readonly text: string
  readonly icon?: IconName | undefined
  /** Offered while the seconds run, also through Ctrl Z. */
  readonly undo?: (() => void) | undefined
  /** 10 by default; 60 before a signed document leaves. */
  readonly seconds?: number | undefined
}

interface Toasts {
  /** Replaces the one shown before. Never for errors. */
  readonly show: (toast: ToastView) => void
  readonly dismiss: () => void
  /** Runs the undo offered now; false when there is none. */
  readonly undo: () => boolean
  /** An undo is offered now. */
  readonly canUndo: boolean
}

const ToastContext = createContext<Toasts | null>(null)
/** How long an undo is offered. */
export const UNDO_SECONDS = 10

/** Shows at most one line at the foot, with its undo counting down. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const [shown, setShown] = useState<{ readonly toast: ToastView; readonly id: number } | null>(null)
  const current = useRef<ToastView | null>(null)
  const nextId = useRef(0)

  const show = useCallback((toast: ToastView) => {
    current.current = toast
    nextId.current += 1
    setShown({ toast, id: nextId.current })
  }, [])
  const dismiss = useCallback(() => {
    current.current = null
    setShown(null)
  }, [])
  const undo = useCallback(() => {
    const act = current.current?.undo
    dismiss()
    act?.()
    return act !== undefined
  }, [dismiss])

  const canUndo = shown?.toast.undo !== undefined
  const toasts = useMemo(() => ({ show, dismiss, undo, canUndo }), [show, dismiss, undo, canUndo])
  return (
    <ToastContext value={toasts}>
      {children}
      <div role="status" className="visually-hidden">
        {shown !== null && <p key={shown.id}>{spoken(t, shown.toast)}</p>}
      </div>
      {shown !== null && <Toast key={shown.id} toast={shown.toast} onUndo={undo} onEnd={dismiss} />}
    </ToastContext>
  )
}

export function useToast(): Toasts {
  const toasts = useContext(ToastContext)
  if (toasts === null) throw new Error('ToastProvider is missing above this part')
  return toasts
}

/** What a screen reader says of it: what was done, and that it can be undone. */
const spoken = (t: Translate, { text, undo }: ToastView): string =>
  undo === undefined ? text : `${text}. ${t('common.undoByKey')}`

interface ToastProps {
  readonly toast: ToastView
  readonly onUndo: () => void
  readonly onEnd: () => void
}

function Toast({ toast, onUndo, onEnd }: ToastProps) {
  const t = useT()
  const [left, setLeft] = useState(toast.seconds ?? UNDO_SECONDS)
  useEffect(() => {
    if (left <= 0) {
      onEnd()
      return undefined
    }
    const tick = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(tick)
  }, [left, onEnd])
  return (
    <section className={cx(classes.place, classes.toast)} aria-label={t('shell.top.notifications')}>
      {toast.icon !== undefined && <Icon name={toast.icon} size="s" />}
      <span className="num ellipsis">{toast.text}</span>
      {toast.undo !== undefined && (
        <button type="button" className={classes.undo} aria-keyshortcuts="Control+Z" onClick={onUndo}>
          <span className="num">{t('common.undoIn', { count: left })}</span>
        </button>
      )}
    </section>
  )
}
