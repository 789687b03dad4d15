import { readdir, readFile, readlink } from 'node:fs/promises'

/** Processes of the engine that work on this profile. */
export async function engineProcesses(profile: string): Promise<number[]> {
  const found: number[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (commandLine.includes(`--user-data-dir=${profile}/host-profile`)) found.push(Number(pid))
  }
  return found
}

/** Local addresses on which any of these processes listens for TCP. */
export async function listeningPorts(pids: readonly number[]): Promise<string[]> {
  const inodes = new Set<string>()
  for (const pid of pids) {
    for (const handle of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${pid}/fd/${handle}`).catch(() => '')
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1]
      if (inode) inodes.add(inode)
    }
  }
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  )
  const listening = '0A'
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === listening && inodes.has(fields[9] ?? ''))
    .map((fields) => fields[1] ?? '')
}
