import { run } from '@aos/local/toolchain/run'
import { runWithInput } from './run-with-input.ts'

const remedy = 'install kubectl (https://kubernetes.io/docs/tasks/tools)'

/** A cluster as kubectl knows it: a context of the user's kubeconfig. */
export interface Cluster {
  context: string
  namespace: string
  kubectl: (...args: string[]) => Promise<string>
  /** kubectl with manifests to read: `with(yaml, 'apply')`. */
  with: (yaml: string, command: string, ...flags: string[]) => Promise<string>
}

/** @throws Error that says what to check when there is no such context or nobody answers. */
export async function connect(wanted: {
  context?: string | undefined
  namespace?: string | undefined
}): Promise<Cluster> {
  const context = wanted.context ?? (await currentContext())
  const kubectl = (...args: string[]) => run('kubectl', ['--context', context, ...args], { remedy })
  await kubectl('version', '--request-timeout=10s').catch((error: Error) => {
    throw new Error(
      `The cluster of context ${context} does not answer: check \`kubectl config get-contexts\`.\n${error.message}`,
    )
  })
  const namespace =
    wanted.namespace ??
    ((await kubectl('config', 'view', '--minify', '-o', 'jsonpath={..namespace}')) || 'default')
  const withInput = (yaml: string, command: string, ...flags: string[]) =>
    runWithInput('kubectl', ['--context', context, command, ...flags, '-f', '-'], yaml)
  return { context, namespace, kubectl, with: withInput }
}

const currentContext = () =>
  run('kubectl', ['config', 'current-context'], { remedy }).catch((error: Error) => {
    if (error.message.includes('is missing')) throw error
    throw new Error('kubectl has no current context: start a cluster, or choose one with --context')
  })
