import { parseArgs } from 'node:util'

export const help = `npm run deploy [-- options]   builds the images and leads to a store that is Ready, as skaffold.yaml says

  --profile NAME        laptop (the default), production or manifests
  --default-repo REPO   the registry that images are pushed to, for instance localhost:5000
                        (not needed for kind, minikube, k3d and Docker Desktop)
  --namespace NAME      where the store comes; by default the namespace of the current context
  --context NAME        a context of the kubeconfig; by default the current one
  --host NAME           under which shoppers find the shop, instead of what the Store says
  --own-operator        an operator for this namespace alone, beside others in the cluster
  --delete              takes store and operator away again; data and passwords stay
  --delete-data         the same, and data and passwords as well`

export interface Options {
  profile: string
  defaultRepo?: string | undefined
  namespace?: string | undefined
  context?: string | undefined
  host?: string | undefined
  ownOperator: boolean
  task: 'deploy' | 'delete' | 'delete-data' | 'help'
}

export function readArguments(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      profile: { type: 'string', short: 'p', default: 'laptop' },
      'default-repo': { type: 'string' },
      namespace: { type: 'string', short: 'n' },
      context: { type: 'string' },
      host: { type: 'string' },
      'own-operator': { type: 'boolean', default: false },
      delete: { type: 'boolean', default: false },
      'delete-data': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    profile: values.profile,
    defaultRepo: values['default-repo'],
    namespace: values.namespace,
    context: values.context,
    host: values.host,
    ownOperator: values['own-operator'],
    task: taskOf(values),
  }
}

function taskOf(values: { help: boolean; delete: boolean; 'delete-data': boolean }): Options['task'] {
  if (values.help) return 'help'
  if (values['delete-data']) return 'delete-data'
  return values.delete ? 'delete' : 'deploy'
}
