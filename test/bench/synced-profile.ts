import { cp, mkdtemp, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keyFileIn } from '../builders/node-key.ts'
import { Office } from '../e2e/drivers/office.ts'
import { progress } from './bench.ts'
import { openSearch, snapshotKept } from './desk-search.ts'
import { openInbox, syncInbox } from './inbox.ts'
import { CLERK, practiceProfile } from './practice-profile.ts'

/** One letter in so many is signed; the others are scans, as most of what an agency keeps. */
const SIGNED_ONE_IN = 10

/**
 * A profile whose clerk has read this many letters and whose index of search is kept. Filling one with 100,000 takes long: where
 * `CONGSO_BENCH_PROFILES` names a folder, it is kept there as it was, and later runs get a copy of it.
 */
export async function syncedProfile(letters: number): Promise<string> {
  const folder = process.env['CONGSO_BENCH_PROFILES']
  if (folder === undefined) return filledProfile(letters)
  const kept = path.join(folder, String(letters))
  if (!(await exists(kept))) {
    const filled = await filledProfile(letters)
    await cp(filled, `${kept}.part`, { recursive: true, verbatimSymlinks: true })
    await rename(`${kept}.part`, kept)
    return filled
  }
  progress(`a copy of the profile with ${letters} letters`)
  const copy = await mkdtemp(path.join(tmpdir(), `congso-bench-${letters}-`))
  await cp(kept, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

async function filledProfile(letters: number): Promise<string> {
  progress(`filling a profile with ${letters} letters`)
  const profile = await practiceProfile(letters, SIGNED_ONE_IN)
  const office = await Office.open(profile, keyFileIn(profile))
  try {
    await syncInbox(office, letters)
    progress('reading the index')
    await openSearch(office, letters)
    await snapshotKept(office.page, CLERK.agency)
    await openInbox(office)
  } finally {
    await office.close()
  }
  return profile
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
