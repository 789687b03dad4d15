/**
 * What is typed over a text in whose place another one came meanwhile: what was added to the first stands behind the second, and where it was changed otherwise, all of it does. Null: nothing was typed.
 */
export function whatWasAdded(
  typed: string,
  { over, now }: { readonly over: string; readonly now: string },
): string | null {
  if (typed === over) return null
  const added = typed.startsWith(over) ? typed.slice(over.length) : typed
  return [now, added.trim()].filter((part) => part !== '').join('\n')
}
