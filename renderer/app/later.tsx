import { createElement, lazy, useEffect, type ComponentType } from 'react'

const readers: (() => Promise<unknown>)[] = []

/** A component whose code is read when it is first shown, or before that by `readTheRest`; the first rows of a start do not wait for it. */
export function later<P extends object>(read: () => Promise<ComponentType<P>>) {
  readers.push(read)
  return lazy(async () => {
    const Read = await read()
    const Shown = (props: P) => (
      <>
        {createElement(Read, props)}
        <KeepKeys />
      </>
    )
    return { default: Shown }
  })
}

/** What was shown before may have had the keys, and goes away only when this comes: they stay in the main part of the window. */
function KeepKeys() {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector('main')?.focus()
  }, [])
  return null
}

/** Reads what no place has needed yet, one after another, each when the page has nothing else to do. The answer ends it. */
export function readTheRest(): () => void {
  let isEnded = false
  const next = (): void => {
    const read = readers.pop()
    if (read !== undefined)
      requestIdleCallback(() => {
        // What cannot be read now is told where it is shown.
        if (!isEnded) read().then(next, next)
        else readers.push(read)
      })
  }
  next()
  return () => {
    isEnded = true
  }
}
