/** An Electron command line: Node's options and the engine's switches, then the app, then what belongs to the app. */
export interface HostCommandLine {
  /** Modules to load before the app (`-r`). */
  required: string[]
  /** Port of Node's inspector, when one is asked for. */
  inspectPort: number | undefined
  switches: Map<string, string>
  /** The app's folder or entry file. */
  app: string
}

export function parseCommandLine(args: readonly string[]): HostCommandLine {
  const parsed: HostCommandLine = { required: [], inspectPort: undefined, switches: new Map(), app: '.' }
  let appSeen = false
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? []
    if (!appSeen && (arg === '-r' || arg === '--require')) parsed.required.push(args[++i] ?? '')
    else if (name === 'inspect') parsed.inspectPort = Number(value.replace(/^.*:/, ''))
    else if (name) parsed.switches.set(name, value)
    else if (!appSeen && !arg.startsWith('-')) {
      parsed.app = arg
      appSeen = true
    }
  }
  return parsed
}

/** Of the switches on a command line, those that concern the engine too; the rest is the app's own. */
const ENGINE_SWITCHES = new Set([
  'no-sandbox',
  'remote-debugging-port',
  'user-data-dir',
  'lang',
  'force-device-scale-factor',
])

export function engineSwitches(switches: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...switches].filter(([name]) => ENGINE_SWITCHES.has(name)))
}
