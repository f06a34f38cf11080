import { dirname } from 'node:path'
import type { Report } from '@aos/local/report'
import { run } from '@aos/local/toolchain/run'
import { searchPath } from './config.ts'
import { root } from './skaffold/read.ts'
import type { SkaffoldConfig } from './skaffold/schema.ts'

type Hooks = SkaffoldConfig['deploy']['kubectl']['hooks']['before']

interface Surroundings {
  context: string
  runId: string
  /** The Helm that was found, first on the path of a hook. */
  helm: string
}

/** Runs the commands that skaffold.yaml hangs before and behind a deployment, with what Skaffold tells them. */
export async function runHooks(hooks: Hooks, by: Surroundings, report: Report): Promise<void> {
  for (const { host } of hooks) {
    const [command = '', ...args] = host.command
    await run(command, args, {
      cwd: root,
      env: {
        SKAFFOLD_KUBE_CONTEXT: by.context,
        SKAFFOLD_RUN_ID: by.runId,
        PATH: searchPath(dirname(by.helm)),
      },
      onLine: (line) => report('cluster', line),
      remedy: `skaffold.yaml asks for it`,
    })
  }
}
