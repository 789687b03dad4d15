import { serveTask } from './serve-task.ts'
import { TASKS } from './tasks/tasks.ts'

await serveTask(TASKS)
