import type { SqliteConnection } from './sqlite-connection.ts'

/** Names of workspaces ↔ the small numbers that rows carry. */
export interface WorkspaceNumbers {
  /** Throws RangeError on a workspace that was never made. */
  of(workspace: string): number
}

export function workspaceNumbers(sql: SqliteConnection): WorkspaceNumbers {
  const known = new Map<string, number>()
  return {
    of: (workspace) => {
      const cached = known.get(workspace)
      if (cached !== undefined) return cached
      const row = sql.one<{ id: number }>('select id from workspaces where name = ?', workspace)
      if (row === undefined) throw new RangeError(`no workspace ${workspace}`)
      known.set(workspace, row.id)
      return row.id
    },
  }
}
